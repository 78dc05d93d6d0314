import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededDraws } from '@/lib/signals/statistics/seeded-draws'
import { addSet, discrepancy, emptySet, type PointSum, promptPoints, type Words, without } from './prompt-kernel'

/** Prompts of thirty words out of a vocabulary of six hundred that begins at `from`. */
function prompts(n: number, { from, seed }: { from: number; seed: number }): Words[] {
  const draws = seededDraws(seed)
  return Array.from({ length: n }, () =>
    Uint16Array.from(new Set(Array.from({ length: 30 }, () => from + draws.below(600)))),
  )
}

const ours = prompts(400, { from: 0, seed: 3 })
const theirs = prompts(400, { from: 600, seed: 4 })

function setOf(chosen: Words[], seed = 1): PointSum {
  const [add, set] = [promptPoints([...ours, ...theirs], seed), emptySet()]
  for (const words of chosen) add(set, words)
  return set
}

test('two samples of one vocabulary are about 0 apart, of two vocabularies far more', () => {
  const same = discrepancy(setOf(ours.slice(0, 200)), setOf(ours.slice(200)))
  expect(Math.abs(same)).toBeLessThan(0.002)
  expect(discrepancy(setOf(ours), setOf(theirs))).toBeGreaterThan(10 * Math.abs(same))
})

test('what is mixed in is seen by its share', () => {
  const rest = setOf(ours.slice(200))
  const mixed = [0, 50, 100, 200].map((n) =>
    discrepancy(setOf([...ours.slice(0, 200 - n), ...theirs.slice(0, n)]), rest),
  )
  expect(mixed).toEqual([...mixed].sort((a, b) => a - b))
})

test('the order of prompts changes no bit, and a set can be taken out of a sum again', () => {
  const whole = setOf(ours)
  fc.assert(
    fc.property(fc.nat(399), (cut) => {
      const turned = setOf([...ours.slice(cut), ...ours.slice(0, cut)])
      const [first, second] = [setOf(ours.slice(0, cut)), setOf(ours.slice(cut))]
      const sum = emptySet()
      addSet(sum, first)
      addSet(sum, second)
      return (
        [turned, sum].every(({ squares, sum }) => squares === whole.squares && sum.join() === whole.sum.join()) &&
        without(whole, first).sum.join() === second.sum.join()
      )
    }),
    { numRuns: 5 },
  )
})
