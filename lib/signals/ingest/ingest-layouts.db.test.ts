import { describe, expect, it } from 'vitest'
import { ingested, recordLine } from './ingested'

describe('other layouts', () => {
  const records = [JSON.parse(recordLine({ prompt: 'one\ntwo "x"' })), JSON.parse(recordLine({ input_tokens: 3 }))]

  it('reads a pretty-printed list, one object, and objects one after the other', async () => {
    const texts = [
      JSON.stringify(records, null, 2),
      records.map((item) => JSON.stringify(item, null, 2)).join('\n'),
      JSON.stringify(records),
    ]
    for (const text of texts)
      expect((await ingested(text)).stored.map(({ prompt }) => prompt)).toEqual(['one\ntwo "x"', 'hi'])
    expect(await ingested(JSON.stringify(records[0], null, 2))).toMatchObject({ stored: [{ row_id: 0 }] })
    const cut = await ingested(JSON.stringify(records, null, 2).slice(0, -30))
    expect(cut).toMatchObject({ rejected: 1, stored: [{ prompt: 'one\ntwo "x"' }] })
  })

  it('reads a wrapped list with one record a line', async () => {
    const lines = Array.from({ length: 7 }, (_, at) => recordLine({ account_id: `a${at}` }))
    const { stored, rejected } = await ingested(`{"data":[\n${lines.join(',\n')}\n]}\n`)
    expect(stored.map(({ account_id }) => account_id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
    expect(rejected).toBe(0)
  })

  it('reads CSV with quotes, line breaks and any of three separators', async () => {
    for (const separator of [',', ';', '\t']) {
      const text = [
        ['timestamp', 'account_id', 'prompt', 'input_tokens'],
        ['2026-01-02 03:04:05', 'a', '"say ""hi"",\r\nyou;\t"', '5'],
        ['1767323045', 'b', '', ''],
      ]
        .map((cells) => cells.join(separator))
        .join('\r\n')
      const { stored } = await ingested(`${text}\r\n`)
      expect(stored).toMatchObject([
        { row_id: 0, prompt: 'say "hi",\r\nyou;\t', input_tokens: 5 },
        { row_id: 1, account_id: 'b', prompt: null },
      ])
    }
  })

  it('refuses CSV records with too few or too many fields, and an open quote', async () => {
    const made = await ingested(
      'timestamp,account_id,prompt\n1767323045,a\n1767323045,a,b,c\n1767323045,a,ok\n1767323045,a,"open\nx',
    )
    expect(made).toMatchObject({ rejected: 3, stored: [{ row_id: 2, prompt: 'ok' }] })
    expect(made.rejects.map(({ position, reason }) => [position, reason])).toEqual([
      [0, 'has another number of fields than the header'],
      [1, 'has another number of fields than the header'],
      [3, 'has an unclosed quote'],
    ])
  })

  it.each(['', '\n\n', 'hello', '{"foo":1}', 'a,b\n1,2', '\xff\xd8'])('refuses %j with a sentence', async (text) => {
    await expect(ingested(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ name: 'AppError' })
  })
})
