import { expect, test } from 'vitest'
import { sentenceOf } from './sentences'

test('amounts are written as everywhere: with units, separators, and one of one', () => {
  const said = (type: string, data: Record<string, unknown>) => sentenceOf(type, data)
  expect(said('upload.started', { name: 'a.jsonl', size: '742113002' })).toBe('Started to upload “a.jsonl” (742 MB)')
  expect(said('upload.expired', { name: 'a', received: '0' })).toBe('The upload of “a” expired after 0 bytes')
  expect(said('dataset.made', { rows: 1204551, rejected: 1000, format: 'litellm' })).toBe(
    'Made a dataset of 1,204,551 rows from litellm, 1,000 rejected',
  )
  expect(said('dataset.rows-downloaded', { rows: 1, filter: '' })).toBe('Downloaded 1 row')
  expect(said('accounts.removed', { count: 1 })).toBe('Removed 1 account')
  expect(said('accounts.added', { count: 10000, confidence: 'CONFIRMED', reason: '' })).toBe(
    'Added 10,000 accounts, confirmed',
  )
})

test('leave to read rows without an account names no account', () => {
  expect(sentenceOf('account.unmasked', { account: '', reason: 'why' })).toBe(
    'Opened the text of rows that name no account: why',
  )
})
