/** Method `canary`: whether the suspect writes a marker that was planted in the candidate's output. */

import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { normaliseText } from '@/lib/comparison/outputs/prepare-text'
import { rounded } from '@/lib/comparison/statistics/significant-digits'

type Count = { count: number; total: number }

/**
 * Answers that hold the marker where the prompt does not. `p` is the chance, were suspect and controls alike, that as many
 * of all such answers or more fall on the suspect (Fisher's exact test, one-sided, over answers). Exact; no calibration.
 */
export type CanaryResult = { marker: string; suspect: Count; candidates: Count; controls: Count; p: number }

/** Looks for each marker, in one spelling of Unicode and white space, letter for letter. The suspect is at 0. */
export function findCanaries(
  markers: readonly string[],
  prompts: readonly PreparedPrompt[],
  { candidates, controls }: { candidates: readonly number[]; controls: readonly number[] },
): CanaryResult[] {
  return markers.map((marker) => {
    const wanted = normaliseText(marker)
    const count = (places: readonly number[]): Count => ({
      count: prompts.reduce(
        (sum, { texts, prompt }) =>
          (prompt ?? '').includes(wanted) ? sum : sum + places.filter((place) => texts[place]?.includes(wanted)).length,
        0,
      ),
      total: prompts.length * places.length,
    })
    const suspect = count([0])
    const ofControls = count(controls)
    return {
      marker,
      suspect,
      candidates: count(candidates),
      controls: ofControls,
      p: rounded(fisher(suspect, ofControls)),
    }
  })
}

/** P(at least as many of all hits fall on the first) by the hypergeometric distribution. Source: Fisher 1935. */
export function fisher(first: Count, second: Count): number {
  const hits = first.count + second.count
  const all = first.total + second.total
  let p = 0
  for (let k = first.count; k <= Math.min(hits, first.total); k++) {
    p += Math.exp(logChoose(first.total, k) + logChoose(second.total, hits - k) - logChoose(all, hits))
  }
  return Math.min(1, p)
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY
  let sum = 0
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i)
  return sum
}
