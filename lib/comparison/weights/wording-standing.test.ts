import { describe, expect, it } from 'vitest'
import { lineUpOnce } from '@/lib/comparison/compare-models'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import { inventProfile } from '@/lib/comparison/invented/invented-profile'
import type { Measured } from '@/lib/comparison/measured-comparison'
import { wordingCaveat, wordingStandings } from './wording-standing'

const prompts = 4
const model = (name: string, seed: number) => inventModel({ name, seed, prompts })
const { lineup, prepared } = lineUpOnce({
  suspect: model('suspect', 1),
  candidates: [model('candidate', 2)],
  controls: [3, 4, 5, 6].map((seed) => model(`c${seed}`, seed)),
})

/** Uneven scores of controls and candidate, which give the scale its width, and the suspect's with the candidate alone. */
function measured(score: number): Measured {
  const n = 6
  const mean = new Float64Array(n * n)
  const put = (a: number, b: number, value: number) => {
    mean[a * n + b] = value
    mean[b * n + a] = value
  }
  for (let a = 1; a < n; a++) for (let b = Math.max(2, a + 1); b < n; b++) put(a, b, ((a * 7 + b * 3) % 5) / 10)
  put(0, 1, score)
  const scores = new Map([['phrase-affinity' as const, { n, mean, scored: [1], resampled: [] }]])
  return { lineup, prepared, scores }
}

const kinds = { unrelated: [], sibling: [0, 1], 'same-base': [] }
const profile = { ...inventProfile({ prompts }), wording: { ...kinds, related: [1, 2, 3], derivative: [2, 6, 60] } }

describe('whole wording', () => {
  it('speaks for shared weights where no taught pair of the calibration stands out as much and a derivative does', () => {
    const [far] = wordingStandings(measured(4), profile)
    expect(far).toMatchObject({ taught: { count: 0, total: 3 }, derived: { total: 3 }, speaksForSharedWeights: true })
    expect(wordingCaveat(far)[0]).toContain('0 of 3 taught pairs')
    expect(wordingCaveat(far)[0]).toContain('shared weights explain this better than training on output')
    const [near] = wordingStandings(measured(0), profile)
    expect(near).toMatchObject({ speaksForSharedWeights: false })
    expect(wordingCaveat(near)[0]).toContain('does not tell training on output from shared weights')
  })

  it('says nothing by a profile that was made before it was measured', () => {
    expect(wordingStandings(measured(4), inventProfile({ prompts }))).toEqual([])
    expect(wordingCaveat(undefined)).toEqual([])
  })
})
