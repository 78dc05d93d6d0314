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

/**
 * Controls that answer as an earlier model of the line-up does, and which one: they are one model under two names. One
 * control is always kept.
 */
export function doubledControls(
  prompts: readonly PreparedPrompt[],
  controls: readonly number[],
): { control: number; like: number }[] {
  const doubled = new Map<number, number>()
  for (const { a, b } of twinsAmong(prompts)) if (controls.includes(b) && !doubled.has(b)) doubled.set(b, a)
  const all = [...doubled].map(([control, like]) => ({ control, like }))
  return all.length < controls.length ? all : all.filter(({ control }) => control !== controls[0])
}
