import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallTau, normalTail } from './kendall-tau'

/** Every pair looked at, as the definition has it. */
function byPairs(times: number[], positions: number[]): number {
  let [difference, untied, pairs] = [0, 0, 0]
  for (let i = 0; i < times.length; i++) {
    for (let j = 0; j < i; j++) {
      const [time, place] = [
        Math.sign((times[i] ?? 0) - (times[j] ?? 0)),
        Math.sign((positions[i] ?? 0) - (positions[j] ?? 0)),
      ]
      difference += time * place
      untied += Math.abs(time)
      pairs++
    }
  }
  return difference / Math.sqrt(untied * pairs)
}

const walk = fc
  .uniqueArray(fc.record({ time: fc.integer({ min: 0, max: 12 }), position: fc.nat(500) }), {
    ...{ minLength: 2, maxLength: 60, selector: ({ position }) => position },
  })
  .map((steps) => steps.sort((a, b) => a.time - b.time || a.position - b.position))

test('agrees with the definition over all pairs, ties in time included', () => {
  fc.assert(
    fc.property(walk, (steps) => {
      const [times, positions] = [steps.map(({ time }) => time), steps.map(({ position }) => position)]
      const found = kendallTau(times, positions)
      if (new Set(times).size === 1) expect(found).toBeNull()
      else expect(found?.tau).toBeCloseTo(byPairs(times, positions), 10)
    }),
  )
})

test('says 1 for a walk, −1 for a walk back, with the probabilities of both', () => {
  const times = Array.from({ length: 40 }, (_, at) => at)
  expect(kendallTau(times, times)?.tau).toBe(1)
  expect(kendallTau(times, times)?.p).toBeLessThan(1e-15)
  expect(kendallTau(times, times.toReversed())).toMatchObject({ tau: -1, p: 1 })
})

test('has the tail of the normal distribution', () => {
  for (const [z, p] of [
    [0, 0.5],
    [1.6448536269514722, 0.05],
    [3.090232306167813, 0.001],
    [-1.959963984540054, 0.975],
  ] as const)
    expect(normalTail(z)).toBeCloseTo(p, 6)
})
