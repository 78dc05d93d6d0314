import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf } from './account-shares'

const counts = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-') }), { maxLength: 30 })
  .map((names) => names.sort((a, b) => (a < b ? -1 : 1)))
  .chain((names) => fc.tuple(...names.map((account) => fc.record({ account: fc.constant(account), n: fc.nat(9) }))))

describe('shares of a log', () => {
  it('have every account in exactly one, and no more requests than are asked for unless of one account', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 20 }), (all, most) => {
        const shares = sharesOf(all, most).map(({ params: { from, to } }) =>
          all.filter(({ account }) => (from === undefined || account >= from) && (to === undefined || account < to)),
        )
        expect(shares.flat()).toEqual(all)
        for (const share of shares) {
          const requests = share.reduce((sum, { n }) => sum + n, 0)
          expect(requests <= most || share.filter(({ n }) => n > 0).length === 1).toBe(true)
        }
      }),
    )
  })

  it('are one without a limit when the log is small', () => {
    expect(sharesOf([{ account: 'a', n: 3 }], 5)).toEqual([{ within: 'true', params: {} }])
    expect(sharesOf([], 5)).toEqual([{ within: 'true', params: {} }])
  })
})
