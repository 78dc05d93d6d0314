import { expect, it } from 'vitest'
import { signalSet } from './signals'

it('knows the sets of signals by name, and any of them by its ids', () => {
  expect(signalSet('all').only).toBeNull()
  expect(signalSet('six').only).toContain('linked-accounts')
  expect(signalSet('volume,rhythm').only).toEqual(['volume', 'rhythm'])
})

it('refuses a signal that nobody knows', () => {
  expect(() => signalSet('volume,rythm')).toThrow('No signal is called "rythm"')
})
