import { describe, expect, test } from 'vitest'
import { addressWith, placeParams, valuesOf } from './search-params'

describe('addresses of lists', () => {
  test('a change keeps the other parameters and their repeats', () => {
    const params = { state: ['DRAFT', 'SUBMITTED'], q: 'Lab & Sons' }
    expect(addressWith('/cases', params, { sort: '-age' })).toBe(
      '/cases?q=Lab+%26+Sons&sort=-age&state=DRAFT&state=SUBMITTED',
    )
  })

  test('null, an empty list and empty text take a parameter away', () => {
    expect(addressWith('/cases', { state: 'DRAFT', after: 'x', q: '' }, { state: [], ...placeParams })).toBe('/cases')
  })

  test('one value and several read alike', () => {
    expect(valuesOf({ a: 'x' }, 'a')).toEqual(['x'])
    expect(valuesOf({ a: ['x', 'y'] }, 'a')).toEqual(['x', 'y'])
    expect(valuesOf({}, 'a')).toEqual([])
  })
})
