import { describe, expect, it } from 'vitest'
import { binomialTail, wilsonInterval } from './proportions'
import { falseDiscoveryRates, median, percentile, spread } from './robust-statistics'

describe('statistics that place one account among its peers', () => {
  it('take the middle, and the mean of the two middles', () => {
    expect(median([1, 2, 9])).toBe(2)
    expect(median([1, 2, 4, 9])).toBe(3)
  })

  it('scale by the median absolute deviation, or the mean one when most values are equal', () => {
    expect(spread([1, 2, 3, 4, 5])).toEqual({ centre: 3, scale: 1.4826 })
    expect(spread([0, 0, 0, 4])).toEqual({ centre: 0, scale: 1.253314 })
    expect(spread([7, 7, 7]).scale).toBe(0)
  })

  it('count half of the equal values into a percentile', () => {
    expect(percentile([1, 2, 2, 3], 2)).toBe(50)
    expect(percentile([1, 2, 2, 3], 9)).toBe(100)
  })

  it('adjust p-values as Benjamini and Hochberg do', () => {
    const rates = falseDiscoveryRates([0.01, 0.04, 0.03, 0.5])
    expect(rates.map((rate) => rate.toFixed(6))).toEqual(['0.040000', '0.053333', '0.053333', '0.500000'])
  })

  it('give the Wilson interval and the binomial tail', () => {
    const [low, high] = wilsonInterval(20, 20)
    expect([low.toFixed(3), high]).toEqual(['0.839', 1])
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 12)
    expect(binomialTail(300, 1000, 0.25)).toBeCloseTo(0.000_18, 4)
  })
})
