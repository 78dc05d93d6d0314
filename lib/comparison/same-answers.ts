/** Finds one model that takes part under two names. */

import type { PreparedPrompt } from './prepare-prompts'

const twinShare = 0.9

/** Pairs of places whose prepared answers are the same for nine prompts in ten or more, and for how many. */
export function twinsAmong(prompts: readonly PreparedPrompt[]): { a: number; b: number; same: number }[] {
  const n = prompts[0]?.texts.length ?? 0
  const twins: { a: number; b: number; same: number }[] = []
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const same = prompts.filter(({ texts }) => texts[a] === texts[b]).length
      if (same >= twinShare * prompts.length) twins.push({ a, b, same })
    }
  }
  return twins
}
