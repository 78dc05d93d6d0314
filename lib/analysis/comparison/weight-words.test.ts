import { describe, expect, it } from 'vitest'
import { drawTippett, drawWeights } from '@/lib/analysis/findings/finding-drawing'
import type { CandidateResult, ComparisonResult } from '@/lib/comparison/comparison-result'
import { inventProfile } from '@/lib/comparison/invented/invented-profile'
import { profileSummary } from '@/lib/comparison/weights/profile-summary'
import { comparisonVerdict, howOftenWrong } from './comparison-words'
import { errorSentence, weightSentence } from './weight-words'

const candidate = {
  ...{ name: 'teacher', snapshots: 1, log10LR: 0.9, interval: [0.2, 0.9], capped: true, verdict: 'supports' },
} as unknown as CandidateResult
const { errorRates, calibration } = profileSummary(inventProfile({ prompts: 50 }), {
  outside: ['1 candidate, calibrated with 2 to 4'],
  wording: [],
})
const result = {
  suspect: 'pupil',
  candidates: [candidate],
  method: { version: 'touchstone-comparison/2', profile: 'profile-invented' },
  ...{ errorRates, calibration },
} as unknown as ComparisonResult

describe('what a weight means', () => {
  it('is said about the answers, never about whether training took place', () => {
    expect(weightSentence(candidate, 'pupil')).toBe(
      'teacher: the answers are 7.9 times (the most that the calibration supports) as probable if pupil learned from its output as if not: weak support on the ENFSI scale (log10 likelihood ratio +0.9, 95% interval +0.2 to +0.9).',
    )
    expect(comparisonVerdict(result)).toMatch(/^The evidence supports: teacher is the only candidate/)
    expect(weightSentence({ ...candidate, log10LR: null }, 'pupil')).toBeNull()
  })

  it('names every other candidate that weighs as much, or above 0', () => {
    const beside = (...others: Partial<CandidateResult>[]) =>
      comparisonVerdict({ ...result, candidates: [candidate, ...others.map((one) => ({ ...candidate, ...one }))] })
    expect(beside({ name: 'aunt' })).toMatch(/aunt weighs as much: the weight does not say which of them it was/)
    expect(beside({ name: 'aunt', log10LR: 0.4 }, { name: 'uncle', log10LR: 0.3 })).toMatch(
      /aunt and uncle weigh above 0 too: several teachers are not excluded\.$/,
    )
    expect(beside({ name: 'aunt', verdict: 'inconclusive' })).not.toContain('aunt')
  })

  it('comes with how often such weights are wrong, and where that does not speak', () => {
    expect(howOftenWrong(result)).toMatch(/8 of 80 unrelated pairs \(10.*exact 95% limits/)
    expect(errorSentence(result)).toContain('with care: 1 candidate, calibrated with 2 to 4.')
    expect(errorSentence({ errorRates: null, calibration: null })).toMatch(/not established/)
  })

  it('is drawn beside pairs of known relation', () => {
    const chart = {
      rows: [
        {
          label: 'teacher',
          role: 'candidate' as const,
          score: 0.9,
          interval: [0.2, 0.9] as [number, number],
          marked: true,
        },
      ],
      limits: calibration.limits,
      tippett: calibration.tippett,
    }
    expect(drawWeights(chart, 560).summary).toBe('The interval of teacher lies above 0.')
    const tippett = drawTippett(chart, 560)
    expect(tippett.summary).toMatch(/^About 0% of the calibration’s unrelated comparisons reach the weight of teacher/)
    expect(tippett.table.rows[0]).toEqual(['100%', -0.5, -4])
  })
})
