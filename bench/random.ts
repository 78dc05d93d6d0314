/** Seeded chance: the same seed and name give the same numbers on every machine, whatever else was drawn in between. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

const warmUp = 12

/** 32-bit FNV-1a of a text, finished with a murmur3 mix so that near names give far seeds. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A named stream of chance. `new Random(7, 'texts', 12)` is independent of `new Random(7, 'ids', 12)`. */
export class Random {
  private readonly generator: RandomGenerator

  constructor(seed: number, ...name: (string | number)[]) {
    this.generator = xoroshiro128plus(hashOf(`${seed}/${name.join('/')}`))
    for (let i = 0; i < warmUp; i++) this.generator.next()
  }

  /** Unsigned 32-bit integer. */
  word(): number {
    return this.generator.next() >>> 0
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.word() / 0x100000000
  }

  /** Integer in [0, count). */
  below(count: number): number {
    return Math.floor(this.unit() * count)
  }

  /** Integer in [low, high]. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** Standard normal, Box and Muller's polar-free form. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit())
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal())
  }

  /** Exponential waiting time with the given mean. */
  wait(mean: number): number {
    return -mean * Math.log(1 - this.unit())
  }

  /** Lower-case letters and digits, about 31 bits of chance for six of them. */
  token(length: number): string {
    let token = ''
    while (token.length < length) token += (this.word() + 0x100000000).toString(36).slice(1)
    return token.slice(0, length)
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }
}

/** Draws from `[value, weight]` pairs with probability proportional to the weight. */
export function weighted<T>(random: Random, pairs: readonly (readonly [T, number])[]): T {
  let left = random.unit() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of pairs) {
    left -= weight
    if (left < 0) return value
  }
  return (pairs.at(-1) as readonly [T, number])[0]
}
