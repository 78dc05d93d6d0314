import fc from 'fast-check'
import { expect, it } from 'vitest'
import { centredOn } from './centre'

// Suspect 0, candidate 1, controls 2 and 3.
const matrix = Float64Array.from([9, 0.5, 0.2, 0.4, 0.5, 9, 0.1, 0.3, 0.2, 0.1, 9, 0.25, 0.4, 0.3, 0.25, 9])

it('takes from a score what either model shares with the controls', () => {
  const score = centredOn([2, 3], matrix, 4)(0, 1)
  expect(score).toBeCloseTo(0.5 - (0.2 + 0.4) / 2 - (0.1 + 0.3) / 2 + 0.25, 12)
})

it('never reads a model against itself', () => {
  expect(centredOn([2, 3], matrix, 4)(0, 3)).toBeCloseTo(0.4 - 0.2 - 0.25, 12)
  expect(centredOn([2, 3], matrix, 4)(2, 3)).toBeNull()
})

it('does not move when every score of one model rises by the same amount', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 0, max: 3 }), (lift, model) => {
      const lifted = matrix.map((value, cell) =>
        Math.floor(cell / 4) === model || cell % 4 === model ? value + lift : value,
      )
      const before = centredOn([2, 3], matrix, 4)(0, 1) ?? 0
      expect(centredOn([2, 3], lifted, 4)(0, 1)).toBeCloseTo(before, 9)
    }),
  )
})

it('is what the definition says, whoever of the pair is a control', () => {
  const symmetric = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 })
  fc.assert(
    fc.property(symmetric, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (values, a, b) => {
      const S = (i: number, j: number) => values[6 * Math.min(i, j) + Math.max(i, j)] as number
      const full = Float64Array.from({ length: 36 }, (_, at) => S(Math.floor(at / 6), at % 6))
      const panel = [2, 3, 4, 5].filter((control) => control !== a && control !== b)
      const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
      const pairs = panel.flatMap((c, i) => panel.slice(i + 1).map((other) => S(c, other)))
      const expected = S(a, b) - mean(panel.map((c) => S(a, c))) - mean(panel.map((c) => S(c, b))) + mean(pairs)
      expect(centredOn([2, 3, 4, 5], full, 6)(a, b)).toBeCloseTo(expected, 10)
    }),
  )
})
