import { expect, it } from 'vitest'
import { centralInterval, resampleMeans } from './bootstrap'

const values = Float64Array.from({ length: 400 }, (_, i) => (i * 7919) % 400)

it('gives the same resamples for the same seed and others for another', () => {
  const first = resampleMeans([values], { samples: 20, seed: 5 })
  expect(resampleMeans([values], { samples: 20, seed: 5 })).toEqual(first)
  expect(resampleMeans([values], { samples: 20, seed: 6 })).not.toEqual(first)
})

it('shows every series the same resamples', () => {
  const doubled = values.map((value) => value * 2)
  for (const [once, twice] of resampleMeans([values, doubled], { samples: 50, seed: 1 })) {
    expect(twice).toBeCloseTo((once ?? 0) * 2, 9)
  }
})

it('has an interval of about ± 1.96 standard errors', () => {
  const means = resampleMeans([values], { samples: 2000, seed: 3 }).map(([mean]) => mean ?? 0)
  const [low, high] = centralInterval(means)
  const standardError = Math.sqrt((400 ** 2 - 1) / 12 / 400)
  expect(low).toBeCloseTo(199.5 - 1.96 * standardError, -0.5)
  expect(high).toBeCloseTo(199.5 + 1.96 * standardError, -0.5)
})

it('interpolates percentiles linearly', () => {
  const [low, high] = centralInterval([0, 10, 20, 30, 40])
  expect([low, high]).toEqual([1, 39].map((value) => expect.closeTo(value, 9)))
})
