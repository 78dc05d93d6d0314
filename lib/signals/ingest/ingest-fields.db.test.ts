import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingested, recordLine } from './ingested'

describe('a log in our own fields', () => {
  it('becomes sorted rows that remember their line', async () => {
    const lines = [
      recordLine({ account_id: 'b' }),
      '',
      recordLine({ timestamp: 1767323000 }),
      '  \r',
      `${recordLine({ input_tokens: '7', latency_ms: 12.6 })}\r`,
    ]
    const made = await ingested(lines.join('\n'))
    expect(made).toMatchObject({ format: 'canonical', rows: 3, rejected: 0, accounts: 2, rejectsPath: null })
    expect(made).toMatchObject({ from: '2026-01-02T03:03:20.000Z', to: '2026-01-02T03:04:05.678Z' })
    const inFile = await batchEngine().rows<{ row_id: number }>('SELECT row_id FROM file({path:String})', {
      path: made.parquetPath,
    })
    expect(inFile.map(({ row_id }) => row_id)).toEqual([2, 4, 0])
    expect(made.columnsPresent).toEqual(['row_id', 'timestamp', 'account_id', 'prompt', 'input_tokens', 'latency_ms'])
    expect(made.stored[2]).toMatchObject({ input_tokens: 7, latency_ms: 13 })
    expect(readdirSync(made.outDir)).toEqual([`${made.sha256}.parquet`])
  })

  it('keeps what it does not know as extra', async () => {
    const made = await ingested(
      [recordLine({ label: 'x', "o'd\\d": [1, null] }), recordLine({ extra: { kept: true } }), recordLine()].join('\n'),
    )
    expect(made.stored.map(({ extra }) => extra && JSON.parse(String(extra)))).toEqual([
      { label: 'x', "o'd\\d": [1, null] },
      { kept: true },
      null,
    ])
  })

  it('understands times as they come, and says which it does not', async () => {
    const times = {
      '1767323045': '2026-01-02T03:04:05.000Z',
      '1767323045.6789': '2026-01-02T03:04:05.678Z',
      '1767323045678': '2026-01-02T03:04:05.678Z',
      '1767323045678999': '2026-01-02T03:04:05.678Z',
      '1767323045678999999': '2026-01-02T03:04:05.678Z',
      '"2026-01-02T03:04:05.678999999Z"': '2026-01-02T03:04:05.678Z',
      '"2026-01-02 03:04:05"': '2026-01-02T03:04:05.000Z',
      '"2026-01-02T08:49:05.678+05:45"': '2026-01-02T03:04:05.678Z',
      '"2026-01-02"': '2026-01-02T00:00:00.000Z',
      null: null,
    }
    const unclear = [
      '"03/04/2026"',
      '"yesterday"',
      '"2026-02-30T00:00:00Z"',
      '"2026-01-02T25:00:00Z"',
      '12',
      'true',
      '{}',
    ]
    const made = await ingested(
      [...Object.keys(times), ...unclear]
        .map((time) => `{"timestamp":${time},"account_id":"a","prompt":"p"}`)
        .join('\n'),
    )
    const iso = made.stored.map(({ timestamp }) => timestamp && `${String(timestamp).replace(' ', 'T')}Z`)
    expect(iso).toEqual(Object.values(times))
    expect(made.rejects.map(({ reason }) => reason)).toEqual(unclear.map(() => 'has a time that is not understood'))
  })

  it('keeps what it refuses, with reason and place', async () => {
    const good = recordLine()
    const bad = [
      '{"timestamp":1',
      '[1]',
      '"text"',
      '{"foo":1}',
      `${good} x`,
      '{"prompt":"a","prompt":"b"}',
      'not json \u0000',
    ]
    const made = await ingested([good, ...bad, good].join('\n'))
    expect(made).toMatchObject({ rows: 2, rejected: bad.length })
    expect(made.rejects.map(({ reason }) => reason)).toEqual([
      'is not valid JSON',
      'is not a JSON object',
      'is not a JSON object',
      'has neither time, account, prompt nor response',
      'is not valid JSON',
      'names the same field twice',
      'is not valid JSON',
    ])
    expect(made.rejects[1]).toEqual({
      position: 2,
      byte_offset: good.length + 1 + 14 + 1,
      byte_length: 3,
      reason: 'is not a JSON object',
      text: '[1]',
    })
    expect(made.stored.map(({ row_id }) => row_id)).toEqual([0, 8])
  })

  it('refuses a line over 32 MiB by its place and keeps its beginning', async () => {
    const long = `{"prompt":"${'x'.repeat(33 * 1024 ** 2)}"}`
    const made = await ingested([recordLine(), long, recordLine()].join('\n'))
    expect(made).toMatchObject({ rows: 2, rejected: 1 })
    expect(made.rejects[0]).toMatchObject({
      position: 1,
      byte_offset: recordLine().length + 1,
      byte_length: long.length,
      reason: 'is longer than 32 MiB',
    })
    expect(made.rejects[0]?.text).toBe(long.slice(0, 2_000))
  })

  it('mends bytes that are no UTF-8 and keeps NUL', async () => {
    const latin = Buffer.from(recordLine({ prompt: 'caf\u00e9' }), 'latin1')
    const made = await ingested(
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin, Buffer.from(`\n${recordLine({ prompt: 'a\0b' })}`)]),
    )
    expect(made.stored.map(({ prompt }) => prompt)).toEqual(['caf\ufffd', 'a\0b'])
  })
})
