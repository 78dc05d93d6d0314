import fc from 'fast-check'
import { expect, it } from 'vitest'
import { centredScore } from './centre'

// Suspect 0, candidate 1, controls 2 and 3.
const matrix = Float64Array.from([9, 0.5, 0.2, 0.4, 0.5, 9, 0.1, 0.3, 0.2, 0.1, 9, 0.25, 0.4, 0.3, 0.25, 9])

it('takes from a score what either model shares with the controls', () => {
  const score = centredScore(matrix, 4, { a: 0, b: 1, controls: [2, 3] })
  expect(score).toBeCloseTo(0.5 - (0.2 + 0.4) / 2 - (0.1 + 0.3) / 2 + 0.25, 12)
})

it('never reads a model against itself', () => {
  expect(centredScore(matrix, 4, { a: 0, b: 3, controls: [2, 3] })).toBeCloseTo(0.4 - 0.2 - 0.25, 12)
  expect(centredScore(matrix, 4, { a: 2, b: 3, controls: [2, 3] })).toBeNull()
})

it('does not move when every score of one model rises by the same amount', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 0, max: 3 }), (lift, model) => {
      const lifted = matrix.map((value, cell) =>
        Math.floor(cell / 4) === model || cell % 4 === model ? value + lift : value,
      )
      const before = centredScore(matrix, 4, { a: 0, b: 1, controls: [2, 3] }) ?? 0
      expect(centredScore(lifted, 4, { a: 0, b: 1, controls: [2, 3] })).toBeCloseTo(before, 9)
    }),
  )
})
