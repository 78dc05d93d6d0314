import { expect, test } from 'vitest'
import { AppError, saidOf } from './errors'

test('a refusal that a page threw says its sentence in the browser, and a fault says nothing of itself', () => {
  const refusal = new AppError('forbidden', 'Only analysts: “file” a case.\nAsk one.')
  expect(saidOf(refusal.digest)).toEqual({ code: 'forbidden', sentence: refusal.publicMessage })
  expect(new AppError('not-found', 'There is no such case.').digest).toBe('NEXT_HTTP_ERROR_FALLBACK;404')
  for (const digest of [undefined, '1412590073', 'touchstone:nothing:said', 'touchstone:forbidden:'])
    expect(saidOf(digest)).toBeNull()
})
