import { expect, it } from 'vitest'
import { rankCandidates } from './rank-candidates'

const names = (candidates: { name: string; scores: (number | null)[] }[]) =>
  rankCandidates(candidates).map(({ name }) => name)

it('orders by the mean of the ranks', () => {
  expect(
    names([
      { name: 'a', scores: [1, 3] },
      { name: 'b', scores: [3, 2] },
      { name: 'c', scores: [2, 1] },
    ]),
  ).toEqual(['b', 'a', 'c'])
})

it('gives a tie to the better rank by the first method, then to the name', () => {
  expect(
    names([
      { name: 'a', scores: [1, 2] },
      { name: 'b', scores: [2, 1] },
    ]),
  ).toEqual(['b', 'a'])
  expect(
    names([
      { name: 'z', scores: [1, 1] },
      { name: 'y', scores: [1, 1] },
    ]),
  ).toEqual(['y', 'z'])
})

it('puts a candidate without a score last', () => {
  expect(
    names([
      { name: 'a', scores: [null] },
      { name: 'b', scores: [-9] },
    ]),
  ).toEqual(['b', 'a'])
})
