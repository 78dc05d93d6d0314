/** Draws from a list by a seeded generator: the same generator state gives the same draw. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** `count` of `items` without replacement, in the order drawn (Fisher and Yates 1938, cut short). */
export function drawSome<T>(items: readonly T[], count: number, random: RandomGenerator): T[] {
  const rest = [...items]
  for (let i = 0; i < count; i++) {
    const j = uniformInt(random, i, rest.length - 1)
    const drawn = rest[j] as T
    rest[j] = rest[i] as T
    rest[i] = drawn
  }
  return rest.slice(0, count)
}
