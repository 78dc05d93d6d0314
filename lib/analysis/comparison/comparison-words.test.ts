import { describe, expect, it } from 'vitest'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { comparisonVerdict, cutPassage, howOftenWrong, quoted, reproduceCommand, scoreParts } from './comparison-words'

const result = {
  suspect: 'suspect',
  candidates: [{ name: 'a' }, { name: 'b' }],
  method: { version: 'touchstone-comparison/1', profile: null },
  errorRates: null,
} as unknown as ComparisonResult

describe('what a comparison says', () => {
  it('ranks and does not weigh while nothing calibrates it', () => {
    expect(comparisonVerdict(result)).toBe(
      'Inconclusive: not calibrated; this ranks, it does not weigh. a is first of 2 candidates in likeness to suspect.',
    )
    expect(howOftenWrong(result)).toMatch(/^Error rate not established/)
  })

  it('writes a score with its interval, and never a zero for what was not computed', () => {
    expect(scoreParts({ score: 0.04321, interval: [-0.001, 0.09] })).toEqual({
      score: '+0.0432',
      interval: '(−0.001 to +0.09)',
    })
    expect(scoreParts({ score: null, interval: null })).toEqual({ score: 'not computable', interval: null })
  })

  it('cuts a passage out of its excerpt', () => {
    const side = { excerpt: 'so the quick fox ran', from: 10, length: 40, spanStart: 3, spanEnd: 16 }
    expect(cutPassage(side)).toEqual({ before: '… so ', shared: 'the quick fox', after: ' ran …' })
    expect(cutPassage({ ...side, from: 0, length: 20 })).toMatchObject({ before: 'so ', after: ' ran' })
  })

  it('gives a command that a shell takes as it is meant', () => {
    const input = { model: null, evidenceId: '', sha256: '' }
    const inputs = [
      { ...input, role: 'suspect' as const, name: 's', evidenceName: 'my outputs; rm -rf.jsonl' },
      { ...input, role: 'candidate' as const, name: "o'neil", evidenceName: 'x.jsonl' },
      { ...input, role: 'control' as const, name: 'c', evidenceName: 'c.jsonl' },
    ]
    const command = reproduceCommand({ kind: 'COMPARISON', version: '1', seed: 7, inputs })
    expect(command).toContain("--suspect 's=my outputs; rm -rf.jsonl'")
    expect(command).toContain("--candidate 'o'\\''neil=x.jsonl'")
    expect(command).toContain('--control c=c.jsonl')
    expect(quoted('$(id)')).toBe("'$(id)'")
  })
})
