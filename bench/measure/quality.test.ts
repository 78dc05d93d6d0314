import { describe, expect, it } from 'vitest'
import { adjustedRand, bestCluster, precisionAt, rocAuc } from './quality'

describe('area under the ROC curve', () => {
  it('is one when every positive is above, zero when below, half for ties', () => {
    expect(rocAuc([1, 2, 3, 4], [false, false, true, true])).toBe(1)
    expect(rocAuc([1, 2, 3, 4], [true, true, false, false])).toBe(0)
    expect(rocAuc([5, 5, 5, 5], [true, false, true, false])).toBe(0.5)
    expect(rocAuc([1, 3, 2, 4], [false, false, true, true])).toBe(0.75)
  })

  it('is null when one kind is missing', () => expect(rocAuc([1, 2], [true, true])).toBeNull())
})

it('counts hits at the top', () => expect(precisionAt([true, false, true, false], 2)).toBe(0.5))

describe('adjusted Rand index', () => {
  it('is one for equal partitions under any names', () =>
    expect(adjustedRand([1, 1, 2, 3], ['b', 'b', 'a', 'c'])).toBe(1))

  it('agrees with a worked example', () => expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714, 4))

  it('is not above zero for a partition that knows nothing', () =>
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeLessThanOrEqual(0))
})

it('finds the cluster closest to the wanted members', () => {
  const best = bestCluster(
    [
      ['a', 'x'],
      ['a', 'b', 'c', 'y'],
    ],
    new Set(['a', 'b', 'c', 'd']),
  )
  expect(best).toMatchObject({ size: 4, precision: 0.75, recall: 0.75 })
})
