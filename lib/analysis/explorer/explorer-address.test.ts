import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterInWords, keptQuery, readExplorerAddress } from './explorer-address'

describe('the explorer’s address', () => {
  it('reads filters, order, place and the open row', () => {
    const address = readExplorerAddress({ model: 'm-1', status_from: '400', sort: '-latency', after: 'abc', row: '12' })
    expect(address).toMatchObject({
      filter: { model: 'm-1', status_from: 400 },
      sort: { sort: 'latency', direction: 'desc' },
      cursor: 'abc',
      row: 12,
      problems: [],
    })
    expect(filterInWords(address)).toBe('model is m-1; status at least 400')
  })

  it('takes account as short for account_id, and takes it off under the name it has', () => {
    expect(readExplorerAddress({ account: 'a' })).toMatchObject({
      filter: { account_id: 'a' },
      chips: [{ name: 'account' }],
    })
    const both = readExplorerAddress({ account: 'a', account_id: 'b' })
    expect(both).toMatchObject({ filter: { account_id: 'b' }, chips: [{ name: 'account_id' }] })
  })

  it('names a filter that it cannot use and keeps the others', () => {
    const { filter, problems } = readExplorerAddress({ from: 'yesterday', model: 'm' })
    expect(filter).toEqual({ model: 'm' })
    expect(problems).toEqual(['“from yesterday” cannot be used as a filter and was left out.'])
  })

  it('says all rows when nothing is filtered', () => {
    expect(filterInWords(readExplorerAddress({ sort: 'nonsense', row: 'x' }))).toBe('all rows')
  })

  it('keeps filters, order and columns under a name, and nothing of where one was', () => {
    const asked = {
      account: 'a & b',
      sort: '-latency',
      columns: 'account,prompt',
      after: 'x',
      row: '3',
      evil: '1',
      from: 'no',
    }
    const kept = keptQuery(asked)
    expect(kept).toBe('account_id=a+%26+b&sort=-latency&columns=time%2Caccount%2Cprompt')
    expect(keptQuery(Object.fromEntries(new URLSearchParams(kept)))).toBe(kept)
    expect(keptQuery({ after: 'x', sort: 'time' })).toBe('')
  })

  it('never throws, whatever stands in the address', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('prompt', 'from', 'status_to', 'sort', 'row', 'after', 'account'), value),
        (params) => {
          const { chips, filter } = readExplorerAddress(params)
          expect(Object.keys(filter)).toHaveLength(chips.length)
        },
      ),
    )
  })
})
