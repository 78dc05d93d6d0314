import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactInterval } from './exact-interval'
import { areaUnderCurve, cllr, cllrMin, equalErrorRate } from './likelihood-cost'
import { fitLogistic, logLikelihoodRatio } from './logistic-fit'
import { supportedLimits } from './supported-limit'

describe('exact limits', () => {
  it('are those of the tables', () => {
    expect(exactInterval(0, 10)[1]).toBeCloseTo(1 - 0.025 ** (1 / 10), 9)
    expect(exactInterval(10, 10)[0]).toBeCloseTo(0.025 ** (1 / 10), 9)
    const [low, high] = exactInterval(1, 100)
    expect([low, high].map((limit) => Number(limit.toFixed(4)))).toEqual([0.0003, 0.0545])
    expect(exactInterval(0, 0)).toEqual([0, 1])
  })

  it('hold the share, whatever was counted', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [count, total] = [Math.min(a, b), Math.max(a, b, 1)]
        const [low, high] = exactInterval(count, total)
        expect(low).toBeLessThanOrEqual(count / total)
        expect(high).toBeGreaterThanOrEqual(count / total)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the cost of likelihood ratios', () => {
  it('is 1 for LR 1 everywhere and what the formula says otherwise', () => {
    expect(cllr({ related: [0, 0], unrelated: [0] })).toBeCloseTo(1, 12)
    expect(cllr({ related: [1], unrelated: [-1] })).toBeCloseTo(Math.log2(1.1), 12)
    expect(cllr({ related: [1], unrelated: [1] })).toBeCloseTo((Math.log2(1.1) + Math.log2(11)) / 2, 12)
  })

  it('has a least that only the order decides', () => {
    expect(cllrMin({ related: [1, 2], unrelated: [-1, 0] })).toBeCloseTo(0, 12)
    // Order: u r u r. Pooling the middle two gives blocks of odds 0, 1 and ∞.
    expect(cllrMin({ related: [1, 3], unrelated: [0, 2] })).toBeCloseTo((0.5 * 1 + 0.5 * 1) / 2, 12)
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (related, unrelated) => {
          expect(cllrMin({ related, unrelated })).toBeLessThanOrEqual(cllr({ related, unrelated }) + 1e-9)
        },
      ),
    )
  })

  it('counts couples in the right order for the area, ties one half', () => {
    expect(areaUnderCurve({ related: [1, 2], unrelated: [0, 1] })).toBe(3.5 / 4)
    expect(equalErrorRate({ related: [1, 2, 3, 4], unrelated: [-1, -2, 1.5, -3] })).toBeCloseTo(0.25, 12)
    expect(equalErrorRate({ related: [2], unrelated: [1] })).toBe(0)
  })
})

describe('logistic calibration', () => {
  it('finds the ratio of two frequencies, whatever the sizes of the classes', () => {
    const of = (related: boolean, features: number[], weight: number) => ({ related, features, weight })
    // 75 % of related and 25 % of unrelated pairs show the feature; many pairs make the ridge small.
    const pairs = [of(true, [1], 7500), of(true, [0], 2500), of(false, [1], 500), of(false, [0], 1500)]
    const coefficients = fitLogistic(pairs)
    expect(logLikelihoodRatio(coefficients, [1])).toBeCloseTo(Math.log(3), 2)
    expect(logLikelihoodRatio(coefficients, [0])).toBeCloseTo(-Math.log(3), 2)
  })
})

describe('the greatest ratio that a set supports', () => {
  it('grows with the number of pairs and never passes 10', () => {
    const set = (pairs: number) => ({
      related: Array.from({ length: pairs }, () => 2),
      unrelated: Array.from({ length: pairs }, () => -2),
    })
    const [few, more, many] = [3, 6, 500].map((pairs) => supportedLimits(set(pairs))[1]) as [number, number, number]
    expect(few).toBeLessThan(more)
    expect(many).toBe(1)
    expect(supportedLimits({ related: [0.5, -0.5], unrelated: [0.5, -0.5] })).toEqual([0, 0])
  })
})
