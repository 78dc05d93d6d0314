/** Method `shared-errors`: where the right answers are known, whether two models are wrong in the same way. */

import type { Lineage } from '@/lib/comparison/lineup'
import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { rounded } from '@/lib/comparison/statistics/significant-digits'

/** The right answer of each prompt that has one: a number, a letter from A to J, or a text. */
export type KnownAnswers = ReadonlyMap<string, string>

/**
 * `both` prompts that both got wrong, `same` of them with the same wrong answer, `expected` of them were the suspect wrong
 * as the controls are; `p` that as many or more agree by that chance.
 */
export type SharedErrors = {
  candidate: string
  accuracy: { suspect: number; candidate: number }
  both: number
  same: number
  expected: number
  p: number
}

/**
 * For each lineage (its first snapshot), agreement on wrong answers beyond chance. The chance that a wrong answer is the
 * candidate's wrong answer is, prompt by prompt, (controls that are wrong so + ½) / (controls that are wrong + 1), so that
 * a mistake that everybody makes counts for little; `p` is the exact tail of the sum (Poisson binomial).
 */
export function sharedErrors(
  known: KnownAnswers,
  prompts: readonly PreparedPrompt[],
  { lineages, controls }: { lineages: readonly Lineage[]; controls: readonly number[] },
): SharedErrors[] {
  const asked = prompts.filter(({ promptId }) => known.has(promptId))
  return lineages.map(({ name, places: [place = 0] }) => {
    const chances: number[] = []
    let same = 0
    const right = { suspect: 0, candidate: 0 }
    for (const { promptId, texts } of asked) {
      const truth = known.get(promptId) ?? ''
      const [own, other] = [wrongAnswer(texts[0] ?? '', truth), wrongAnswer(texts[place] ?? '', truth)]
      if (own === null) right.suspect += 1
      if (other === null) right.candidate += 1
      if (own === null || other === null) continue
      const wrong = controls.map((control) => wrongAnswer(texts[control] ?? '', truth)).filter((each) => each !== null)
      chances.push((wrong.filter((each) => each === other).length + 0.5) / (wrong.length + 1))
      if (own === other) same += 1
    }
    const share = (count: number): number => rounded(count / Math.max(1, asked.length))
    return {
      candidate: name,
      accuracy: { suspect: share(right.suspect), candidate: share(right.candidate) },
      ...{ both: chances.length, same },
      expected: rounded(chances.reduce((sum, chance) => sum + chance, 0)),
      p: rounded(atLeast(chances, same)),
    }
  })
}

/** The answer given where it is not the right one; null where it is. The last number or letter of an answer counts. */
export function wrongAnswer(text: string, truth: string): string | null {
  const right = truth.trim().toLowerCase()
  const given = /^-?[\d.,]+$/.test(right)
    ? last(text, /-?\d[\d,]*(?:\.\d+)?/g).replaceAll(',', '')
    : /^[a-j]$/.test(right)
      ? last(text, /\b[A-J]\b/g).toLowerCase()
      : text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()
  const wanted = right.replaceAll(',', '')
  const isRight = /^-?[\d.]+$/.test(wanted) ? Number(given) === Number(wanted) && given !== '' : given.includes(right)
  return isRight ? null : given
}

function last(text: string, pattern: RegExp): string {
  return text.match(pattern)?.at(-1) ?? ''
}

/** P(sum of independent trials ≥ count), trial k succeeding with chance `chances[k]`. */
function atLeast(chances: readonly number[], count: number): number {
  let distribution = [1]
  for (const chance of chances) {
    const next = new Array<number>(distribution.length + 1).fill(0)
    for (const [k, p] of distribution.entries()) {
      next[k] = (next[k] ?? 0) + p * (1 - chance)
      next[k + 1] = (next[k + 1] ?? 0) + p * chance
    }
    distribution = next
  }
  return Math.min(
    1,
    distribution.slice(count).reduce((sum, p) => sum + p, 0),
  )
}
