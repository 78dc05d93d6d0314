/** Random draws that depend on a seed alone, so that an analysis can be repeated to the byte. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Draws = {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number
}

export function seededDraws(seed: number): Draws {
  const generator = xoroshiro128plus(seed)
  return { below: (below) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * below) }
}

/** Puts `items` in a random order, in place (Fisher and Yates). */
export function shuffle<T>(items: T[], draws: Draws): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = draws.below(last + 1)
    const kept = items[last] as T
    items[last] = items[chosen] as T
    items[chosen] = kept
  }
  return items
}
