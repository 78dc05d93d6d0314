import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import { generateRecords } from '../../generate-log'
import type { LogRecord } from '../record'
import type { Carried, LogWriter } from './log-format'
import { logText } from './log-text'
import { formatNames, type LogFormat, writers } from './writers'

const folder = temporaryFolder('round-trip')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const records = [...generateRecords({ rows: 200, accounts: 30, seed: 5 })].map(({ record }) => record)
const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 100 }

/** Writes the records in a format and reads them as the product does, by content alone. */
async function roundTrip(format: LogFormat) {
  const path = join(folder, `${format}.log`)
  writeFileSync(path, [...logText(records, format)].join(''))
  const source = { path, name: 'log' }
  const read = await ingestLog({ engine: batchEngine(), source, outDir: folder, limits })
  const rows = await batchEngine().rows<Record<string, unknown>>(
    'SELECT * REPLACE (toUnixTimestamp64Milli(timestamp) AS timestamp) FROM file({path:String}, Parquet)',
    { path: read.parquetPath },
  )
  return { ...read, stored: rows }
}

/** What each row should hold: the columns that the format carries, undefined where it cannot say. */
function expected(record: LogRecord, carries: Carried) {
  const values = Object.entries(carries).map(([column, value]) => [column, value(record)])
  return values.filter(([, value]) => value !== undefined)
}

const comparable = (column: string, value: unknown) =>
  column === 'timestamp' && typeof value === 'string' ? Date.parse(value) : value

describe('each format', () => {
  const perRequest = formatNames.filter((format) => Object.keys(writers[format]().carries).length > 0)

  it.each(perRequest)('%s is recognised by content and keeps what it carries', async (format) => {
    const writer: LogWriter = writers[format]()
    const kept = records.filter((record) => writer.keeps?.(record) ?? true)
    const read = await roundTrip(format)
    expect(read).toMatchObject({ format, rejected: 0, rows: kept.length })
    const { request_id: idOf } = writer.carries
    const byKey = new Map(read.stored.map((row) => [idOf ? row.request_id : Number(row.row_id), row]))
    for (const [index, record] of kept.entries()) {
      const row = byKey.get(idOf ? idOf(record) : index) ?? {}
      const wanted = expected(record, writer.carries).map(([column, value]) => [
        column,
        comparable(String(column), value),
      ])
      const found = wanted.map(([column]) => [column, (row[String(column)] as unknown) ?? null])
      expect(found).toEqual(wanted)
    }
  })

  it.each(['openai-usage', 'anthropic-usage', 'elastic-openai-usage'] as const)(
    '%s keeps the sums of tokens by account',
    async (format) => {
      const { stored, ...read } = await roundTrip(format)
      expect(read).toMatchObject({ format, rejected: 0 })
      const sums = (rows: readonly Record<string, unknown>[]) => {
        const total = new Map<unknown, number>()
        for (const { account_id, input_tokens, output_tokens } of rows)
          total.set(account_id, (total.get(account_id) ?? 0) + Number(input_tokens) * 1e6 + Number(output_tokens))
        return [...total].sort()
      }
      expect(sums(stored)).toEqual(sums(records as unknown as Record<string, unknown>[]))
    },
  )

  it('openai-audit-log names each account and address once', async () => {
    const { stored, ...read } = await roundTrip('openai-audit-log')
    expect(read).toMatchObject({ format: 'openai-audit-log', rejected: 0 })
    const pairs = (rows: readonly { account_id?: unknown; ip?: unknown }[]) =>
      [...new Set(rows.map(({ account_id, ip }) => `${account_id} ${ip}`))].sort()
    expect(pairs(stored)).toEqual(pairs(records))
    expect(stored).toHaveLength(pairs(records).length)
  })
})
