import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ingested, recordLine } from './ingested'
import { tarOf, zipOf } from './packed'

const lines = (account: string, count: number) =>
  Buffer.from(Array.from({ length: count }, () => `${recordLine({ account_id: account })}\n`).join(''))

const unlike = (count: number) =>
  Array.from(
    { length: count },
    () => `${recordLine({ account_id: 'bad', prompt: randomBytes(40).toString('hex') })}\n`,
  ).join('')

describe('an archive of many files', () => {
  it('is one item: each file has its own layout, and positions go on from one to the next', async () => {
    const files = [
      { name: 'logs', bytes: Buffer.alloc(0), kind: '5' },
      { name: 'logs/a.jsonl', bytes: lines('a', 2) },
      { name: 'logs/b.csv.gz', bytes: gzipSync('timestamp,account_id,prompt\n1767323045,b,hi\n1767323045,b\n') },
      { name: 'notes.txt', bytes: Buffer.from('of no use') },
      { name: 'logs/c.json', bytes: Buffer.from(`[${recordLine({ account_id: 'c' })}, 7]`) },
    ]
    const made = await ingested(gzipSync(tarOf(files)))
    expect(made.stored.map(({ row_id, account_id }) => [row_id, account_id])).toEqual([
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
      [6, 'c'],
    ])
    expect(made.rejects.map(({ position, member, reason }) => [position, member, reason])).toEqual([
      [0, 'logs', 'is a folder and holds no records of its own'],
      [4, 'logs/b.csv.gz', 'has another number of fields than the header'],
      [5, 'notes.txt', expect.stringContaining('No records were found')],
      [7, 'logs/c.json', 'is not a JSON object'],
    ])
    expect(made.rejects[1]).toMatchObject({ byte_offset: 44, byte_length: 12, text: '1767323045,b' })
  })

  it('keeps no row of a file that is damaged, and every row of the others', async () => {
    // As little alike as records are, so that it is no bomb, and more than is looked at before the damage shows.
    const cut = gzipSync(unlike(20_000)).subarray(0, -9)
    const made = await ingested(
      zipOf([
        { name: 'a', bytes: lines('a', 3) },
        { name: 'bad.gz', bytes: cut },
        { name: 'b', bytes: lines('b', 2) },
      ]),
    )
    expect(made.stored.map(({ account_id }) => account_id)).toEqual(['a', 'a', 'a', 'b', 'b'])
    expect(made.rejects.map(({ member, reason }) => [member, reason])).toEqual([
      ['bad.gz', expect.stringContaining('gzip data of this file is broken or cut off')],
    ])
  })

  it('may hold logs of several sources', async () => {
    const batch = [
      {
        id: '1',
        custom_id: 'x',
        response: {
          status_code: 200,
          request_id: 'r',
          body: { model: 'm', choices: [{ message: { content: 'yes' } }] },
        },
        error: null,
      },
      {
        custom_id: 'x',
        method: 'POST',
        url: '/v1/chat/completions',
        body: { messages: [{ role: 'user', content: 'hi' }] },
      },
    ]
    const files = batch.map((record, index) => ({ name: `${index}.jsonl`, bytes: Buffer.from(JSON.stringify(record)) }))
    const made = await ingested(tarOf([...files, { name: 'ours', bytes: lines('a', 1) }]))
    expect(made).toMatchObject({ format: 'openai-batch+canonical', rows: 2, rejected: 0 })
    expect(made.stored.map(({ row_id, model, prompt }) => [row_id, model, prompt])).toEqual([
      [0, 'm', 'hi'],
      [2, null, 'hi'],
    ])
  })

  it('is refused when nothing in it is a log, with the reason', async () => {
    await expect(ingested(zipOf([{ name: 'x.txt', bytes: Buffer.from('hello') }]))).rejects.toMatchObject({
      code: 'unsupported',
      publicMessage: expect.stringContaining('“x.txt”: No records were found'),
    })
    await expect(ingested(zipOf([]))).rejects.toMatchObject({ code: 'unsupported' })
  })
})
