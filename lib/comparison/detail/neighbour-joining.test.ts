import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinNeighbours } from './neighbour-joining'
import { DivisionCounts, divisionOf, leavesBelow } from './tree-splits'

/** The tree ((A:2,B:3):1,C:4,(D:2,E:1):5) as distances between its leaves. */
const distances = [
  [0, 5, 7, 10, 9],
  [5, 0, 8, 11, 10],
  [7, 8, 0, 11, 10],
  [10, 11, 11, 0, 3],
  [9, 10, 10, 3, 0],
]
const additive = Float64Array.from(distances.flat())

describe('neighbour-joining', () => {
  it('finds the tree that gave the distances, with its lengths', () => {
    const nodes = joinNeighbours(additive, 5)
    expect(nodes.slice(0, 5).map(({ length }) => Math.round(length * 1e9) / 1e9)).toEqual([2, 3, 4, 2, 1])
    const groups = leavesBelow(nodes, 5).map((group) => divisionOf(group, 5))
    expect(groups).toContain(divisionOf(0b00011n, 5))
    expect(groups).toContain(divisionOf(0b11000n, 5))
    expect(nodes.at(-1)?.children).toHaveLength(3)
  })

  it('finds the same groups in whatever order the models come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const shuffled = Float64Array.from(order.flatMap((i) => order.map((j) => distances[i]?.[j] ?? 0)))
        const groups = leavesBelow(joinNeighbours(shuffled, 5), 5)
        const named = groups.map((group) =>
          order.reduce((sum, old, at) => (group & (1n << BigInt(at)) ? sum | (1n << BigInt(old)) : sum), 0n),
        )
        expect(named.map((group) => divisionOf(group, 5))).toContain(divisionOf(0b11000n, 5))
      }),
    )
  })

  it('counts in how many trees a group is found, from whichever side it is named', () => {
    const counts = new DivisionCounts(5)
    counts.add(joinNeighbours(additive, 5))
    counts.add(
      joinNeighbours(
        additive.map((value) => (value === 0 ? 0 : 1)),
        5,
      ),
    )
    expect(counts.shareOf(0b11000n)).toBeGreaterThanOrEqual(0.5)
    expect(counts.shareOf(0b00111n)).toBe(counts.shareOf(0b11000n))
    expect(counts.shareOf(0b01010n)).toBeLessThan(1)
  })
})
