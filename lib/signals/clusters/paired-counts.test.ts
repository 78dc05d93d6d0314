import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededDraws } from '@/lib/signals/statistics/seeded-draws'
import { evenness } from './load-balancing'
import { meanCorrelation, pairedCounts, type Series, withDaysMoved } from './paired-counts'

const day = 288

const series = fc
  .dictionary(fc.integer({ min: 0, max: 6 * day - 1 }).map(String), fc.integer({ min: 1, max: 9 }), {
    minKeys: 2,
    maxKeys: 40,
  })
  .map((counts): Series => {
    const bins = Object.keys(counts).map(Number)
    bins.sort((a, b) => a - b)
    return { bins, counts: bins.map((bin) => counts[bin] ?? 0) }
  })

/** Pearson's correlation as textbooks write it, pair by pair over every bin. */
function textbook(list: Series[]): number {
  const days = list.flatMap(({ bins }) => bins.map((bin) => Math.floor(bin / day)))
  const length = (Math.max(...days) - Math.min(...days) + 1) * day
  const offset = Math.min(...days) * day
  const dense = list.map(({ bins, counts }) => {
    const values = new Array<number>(length).fill(0)
    bins.forEach((bin, at) => {
      values[bin - offset] = counts[at] ?? 0
    })
    const mean = values.reduce((sum, x) => sum + x, 0) / length
    return values.map((x) => x - mean)
  })
  const product = (a: number[], b: number[]) => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0)
  const pairs = dense.flatMap((a, i) =>
    dense.slice(i + 1).map((b) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))),
  )
  return pairs.reduce((sum, r) => sum + r, 0) / pairs.length
}

describe('correlation of sparse counts', () => {
  it('is the mean of Pearson’s over all pairs', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 2, maxLength: 5 }), (list) => {
        expect(meanCorrelation(pairedCounts(list))).toBeCloseTo(textbook(list), 9)
      }),
    )
  })

  it('is 1 for the same series, and falls when their days change places', () => {
    // Ten working days from Monday 5 January 1970, each with its own five minutes.
    const bins = [4, 5, 6, 7, 8, 11, 12, 13, 14, 15].map((d, i) => d * day + 100 + i)
    const one = { bins, counts: bins.map(() => 3) }
    const paired = pairedCounts([one, one, one, one])
    expect(meanCorrelation(paired)).toBeCloseTo(1, 10)
    expect(withDaysMoved(paired, seededDraws(1))).toBeLessThan(0.5)
    expect(withDaysMoved(paired, seededDraws(1))).toBe(withDaysMoved(paired, seededDraws(1)))
  })

  it('stays when days change places that are all alike, as habits of the hour are', () => {
    const bins = [4, 5, 6, 7, 8].map((d) => d * day + 100)
    const one = { bins, counts: bins.map(() => 3) }
    expect(withDaysMoved(pairedCounts([one, one]), seededDraws(1))).toBeCloseTo(1, 10)
  })
})

describe('evenness', () => {
  it('is 1 for equal shares, 0 when one has all, and between otherwise', () => {
    expect(evenness([7, 7, 7])).toBeCloseTo(1, 12)
    expect(evenness([7, 0, 0])).toBeCloseTo(0, 12)
    expect(evenness([3, 1])).toBeCloseTo(0.811278, 6)
  })
})
