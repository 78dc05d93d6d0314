import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAccountList, writeAccountList } from './account-list'

describe('a pasted list of accounts', () => {
  it('reads lines and the first column of a CSV with its heading', () => {
    expect(readAccountList('account_id,plan\nacct_1,pro\n"acct,2",free\r\n\nacct_1,pro')).toEqual({
      identifiers: ['acct_1', 'acct,2'],
      repeated: 1,
      refused: [],
    })
  })

  it('names the lines that cannot be one', () => {
    const { refused } = readAccountList(`ok\ntwo words\n${'x'.repeat(201)}\nhid\u200bden`)
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it('loses nothing: each line is taken, repeated, refused or blank', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9_ -]{0,12}$/)), (lines) => {
        const { identifiers, repeated, refused } = readAccountList(`heading_x\n${lines.join('\n')}`)
        const blank = lines.filter((line) => line.trim() === '').length
        expect(identifiers.length + repeated + refused.length + blank).toBe(lines.length + 1)
      }),
    )
  })

  it('reads back what it wrote, whatever the identifiers hold', () => {
    const identifier = fc.stringMatching(/^[a-z0-9",;:_-]{1,20}$/)
    fc.assert(
      fc.property(fc.uniqueArray(identifier), (identifiers) => {
        const wanted = identifiers.filter((each, at) => at > 0 || !/^(account|id)/.test(each))
        expect(readAccountList(`account_id\n${writeAccountList(wanted)}`).identifiers).toEqual(wanted)
      }),
    )
  })

  it('takes fifty thousand in well under a second', () => {
    const list = Array.from({ length: 50_000 }, (_, at) => `acct_${at}`).join('\n')
    expect(readAccountList(list).identifiers).toHaveLength(50_000)
  })
})
