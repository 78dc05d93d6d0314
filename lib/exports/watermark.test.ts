import { describe, expect, it } from 'vitest'
import { rowsInWords } from './summary-words'
import { type Marked, watermarkOf } from './watermark'

const approval = { reviewerId: 'lena', reviewer: 'Lena', snapshot: 'now' }
const second = { reviewerId: 'paul', reviewer: 'Paul', snapshot: 'now' }
const given: Marked = { state: 'APPROVED', severity: 'MEDIUM', stale: false, snapshot: 'now', approvals: [approval] }
const markOf = (changes: Partial<Marked>) => watermarkOf({ ...given, ...changes }).mark

describe('a watermark', () => {
  it('is APPROVED for exactly what was approved', () => {
    expect(watermarkOf(given)).toEqual({ mark: 'APPROVED', because: 'Approved by Lena, exactly as it stands here.' })
    for (const state of ['ACTIONED', 'CLOSED'] as const) expect(markOf({ state })).toBe('APPROVED')
  })

  it('asks for two people when severity is high', () => {
    expect(markOf({ severity: 'HIGH' })).toBe('DRAFT')
    expect(markOf({ severity: 'HIGH', approvals: [approval, approval] })).toBe('DRAFT')
    expect(markOf({ severity: 'HIGH', approvals: [approval, second] })).toBe('APPROVED')
  })

  it('names the first reviewer of a case that waits for the second', () => {
    expect(watermarkOf({ ...given, state: 'IN_REVIEW', severity: 'HIGH' })).toEqual({
      mark: 'DRAFT',
      because: 'Approved by Lena alone; high severity needs a second, different reviewer.',
    })
  })

  it('is STALE once anything differs from what was approved', () => {
    expect(markOf({ stale: true })).toBe('STALE')
    expect(markOf({ stale: true, state: 'IN_REVIEW', approvals: [] })).toBe('STALE')
    expect(markOf({ snapshot: 'later' })).toBe('STALE')
  })

  it('is DRAFT for all that nobody approved, and for a dismissed case', () => {
    for (const state of ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'DISMISSED'] as const)
      expect(markOf({ state, approvals: [] })).toBe('DRAFT')
    expect(markOf({ approvals: [] })).toBe('DRAFT')
  })
})

describe('row ids in words', () => {
  it('are ranges, in order, and say what is left out', () => {
    expect(rowsInWords(['7'])).toBe('row 7')
    expect(rowsInWords(['9', '3', '4', '5'])).toBe('rows 3–5, 9')
    const many = Array.from({ length: 100 }, (_, at) => String(at * 2))
    expect(rowsInWords(many)).toMatch(/, and 76 more that the JSON of this summary lists$/)
  })
})
