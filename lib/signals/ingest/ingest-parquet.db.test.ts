import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingested, recordLine } from './ingested'
import { tarOf } from './packed'

/** The bytes of a Parquet file with the result of a query. */
async function parquetOf(select: string): Promise<Buffer> {
  const path = join(mkdtempSync(join(tmpdir(), 'parquet-')), 'log.parquet')
  await batchEngine().run(`INSERT INTO FUNCTION file({path:String}, 'Parquet') ${select}`, { path })
  return readFileSync(path)
}

const ours = `SELECT concat('a', toString(number % 2)) AS account_id, fromUnixTimestamp64Milli(1767323045000 + number, 'UTC') AS timestamp,
  if(number = 3, unhex('C328'), 'hi') AS prompt, number AS input_tokens, map('team', 'x') AS labels FROM numbers(5)`

describe('a Parquet file', () => {
  it('with our own columns gives a row for each of its rows, and keeps the others', async () => {
    const { stored, rejected } = await ingested(await parquetOf(ours))
    expect(rejected).toBe(0)
    expect(stored.map(({ row_id, account_id, input_tokens }) => [row_id, account_id, input_tokens])).toEqual([
      [0, 'a0', 0],
      [1, 'a1', 1],
      [2, 'a0', 2],
      [3, 'a1', 3],
      [4, 'a0', 4],
    ])
    expect(stored[3]).toMatchObject({ prompt: '\ufffd(', extra: '{"labels":{"team":"x"}}' })
    expect(String(stored[3]?.timestamp)).toContain('03:04:05.003')
  })

  it('with the columns of another source is recognised as that', async () => {
    const litellm = `SELECT 'r1' AS request_id, 'acompletion' AS call_type, 'k' AS api_key, 0.1 AS spend, 7 AS prompt_tokens,
      toDateTime64('2026-01-02 03:04:05', 6, 'UTC') AS startTime, 'gpt' AS model, '{"user_api_key_team_id":"t"}' AS metadata`
    const { format, stored } = await ingested(await parquetOf(litellm))
    expect(format).toContain('litellm')
    expect(stored).toMatchObject([{ request_id: 'r1', account_id: 't', input_tokens: 7 }])
  })

  it('in an archive goes on with the positions, and names itself in a rejection', async () => {
    const some = await parquetOf(
      "SELECT 'a' AS account_id, if(number = 1, 'soon', '1767323045') AS timestamp FROM numbers(3)",
    )
    const line = { name: 'x.jsonl', bytes: Buffer.from(recordLine({ account_id: 'x' })) }
    const made = await ingested(tarOf([line, { name: 'some.parquet', bytes: some }, line]))
    expect(made.stored.map(({ row_id, account_id }) => [row_id, account_id])).toEqual([
      [0, 'x'],
      [1, 'a'],
      [3, 'a'],
      [4, 'x'],
    ])
    expect(made.rejects).toMatchObject([
      { position: 2, member: 'some.parquet', byte_offset: null, reason: 'has a time that is not understood' },
    ])
    expect(JSON.parse(made.rejects[0]?.text ?? '')).toEqual({ account_id: 'a', timestamp: 'soon' })
  })

  it('is refused when it is cut off, altered, or grows beyond all measure', async () => {
    const whole = await parquetOf(ours)
    const sentence = expect.stringContaining('Parquet data of this file is broken or cut off')
    for (const bytes of [whole.subarray(0, -30), Buffer.from(whole).fill(0x55, 8, 60)])
      await expect(ingested(bytes)).rejects.toMatchObject({ publicMessage: sentence })
    const bomb = await parquetOf("SELECT 'a' AS account_id, repeat('x', 100000) AS prompt FROM numbers(600)")
    await expect(ingested(bomb)).rejects.toMatchObject({ code: 'too-large' })
  })
})
