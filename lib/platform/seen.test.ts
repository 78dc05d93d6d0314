import { expect, test } from 'vitest'
import { mustBeAsSeen, seenOf } from './seen'

const stored = { 'the name': 'Heron Labs', 'the note': '' }

test('a form that was opened with what is stored may save', () => {
  expect(() => mustBeAsSeen(seenOf(stored), stored)).not.toThrow()
  expect(() => mustBeAsSeen(seenOf({ 'the note': '', 'the name': 'Heron Labs' }), stored)).not.toThrow()
})

test('another one is told what is stored now, field by field', () => {
  const seen = seenOf({ ...stored, 'the name': 'Heron', 'the note': 'Invoices' })
  expect(() => mustBeAsSeen(seen, stored)).toThrow(/the name is now “Heron Labs”; the note is now empty/)
})

test('what no form of ours wrote counts as not seen', () => {
  for (const seen of ['', 'null', '{', '[]', '1']) expect(() => mustBeAsSeen(seen, stored)).toThrow(/the name is now/)
})
