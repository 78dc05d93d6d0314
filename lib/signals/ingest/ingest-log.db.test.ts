import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineProcess, startEngine } from '@/lib/platform/engine-process'
import { ingestLog, removeIngestLeftovers, temporaryPrefix } from './ingest-log'

let two: EngineProcess
let one: EngineProcess
const folder = mkdtempSync(join(tmpdir(), 'ingest-test-'))
const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }

beforeAll(async () => {
  const start = (threads: number) =>
    startEngine({ dataDir: join(folder, `engine-${threads}`), threads, memoryBytes: 1024 ** 3 })
  ;[two, one] = await Promise.all([start(2), start(1)])
})
afterAll(() => Promise.all([two.stop(), one.stop()]))

let files = 0
async function ingest(
  content: Buffer | string,
  options: { engine?: EngineProcess; limits?: typeof limits; format?: string } = {},
) {
  files += 1
  const path = join(folder, `log-${files}`)
  const outDir = mkdtempSync(join(folder, 'out-'))
  writeFileSync(path, content)
  const { engine } = options.engine ?? two
  const result = await ingestLog({
    engine,
    source: { path, name: path },
    format: options.format,
    outDir,
    limits: options.limits ?? limits,
  })
  const rejects = result.rejectsPath
    ? readFileSync(result.rejectsPath, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  const stored = await engine.rows<Record<string, unknown>>('SELECT * FROM file({path:String}) ORDER BY row_id', {
    path: result.parquetPath,
  })
  return { ...result, outDir, rejects, stored }
}

const row = (more: object = {}) =>
  JSON.stringify({ timestamp: '2026-01-02T03:04:05.678Z', account_id: 'a', prompt: 'hi', ...more })

describe('a log in our own fields', () => {
  it('becomes sorted rows that remember their line', async () => {
    const lines = [
      row({ account_id: 'b' }),
      '',
      row({ timestamp: 1767323000 }),
      '  \r',
      `${row({ input_tokens: '7', latency_ms: 12.6 })}\r`,
    ]
    const made = await ingest(lines.join('\n'))
    expect(made).toMatchObject({ format: 'canonical', rows: 3, rejected: 0, accounts: 2, rejectsPath: null })
    expect(made).toMatchObject({ from: '2026-01-02T03:03:20.000Z', to: '2026-01-02T03:04:05.678Z' })
    const inFile = await two.engine.rows<{ row_id: number }>('SELECT row_id FROM file({path:String})', {
      path: made.parquetPath,
    })
    expect(inFile.map(({ row_id }) => row_id)).toEqual([2, 4, 0])
    expect(made.columnsPresent).toEqual(['row_id', 'timestamp', 'account_id', 'prompt', 'input_tokens', 'latency_ms'])
    expect(made.stored[2]).toMatchObject({ input_tokens: 7, latency_ms: 13 })
    expect(readdirSync(made.outDir)).toEqual([`${made.sha256}.parquet`])
  })

  it('keeps what it does not know as extra', async () => {
    const made = await ingest(
      [row({ label: 'x', "o'd\\d": [1, null] }), row({ extra: { kept: true } }), row()].join('\n'),
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
    const made = await ingest(
      [...Object.keys(times), ...unclear]
        .map((time) => `{"timestamp":${time},"account_id":"a","prompt":"p"}`)
        .join('\n'),
    )
    const iso = made.stored.map(({ timestamp }) => timestamp && `${String(timestamp).replace(' ', 'T')}Z`)
    expect(iso).toEqual(Object.values(times))
    expect(made.rejects.map(({ reason }) => reason)).toEqual(unclear.map(() => 'has a time that is not understood'))
  })

  it('keeps what it refuses, with reason and place', async () => {
    const good = row()
    const bad = [
      '{"timestamp":1',
      '[1]',
      '"text"',
      '{"foo":1}',
      `${good} x`,
      '{"prompt":"a","prompt":"b"}',
      'not json \u0000',
    ]
    const made = await ingest([good, ...bad, good].join('\n'))
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
    const made = await ingest([row(), long, row()].join('\n'))
    expect(made).toMatchObject({ rows: 2, rejected: 1 })
    expect(made.rejects[0]).toMatchObject({
      position: 1,
      byte_offset: row().length + 1,
      byte_length: long.length,
      reason: 'is longer than 32 MiB',
    })
    expect(made.rejects[0].text).toBe(long.slice(0, 2_000))
  })

  it('mends bytes that are no UTF-8 and keeps NUL', async () => {
    const latin = Buffer.from(row({ prompt: 'caf\u00e9' }), 'latin1')
    const made = await ingest(
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin, Buffer.from(`\n${row({ prompt: 'a\0b' })}`)]),
    )
    expect(made.stored.map(({ prompt }) => prompt)).toEqual(['caf\ufffd', 'a\0b'])
  })
})

describe('other layouts', () => {
  const records = [JSON.parse(row({ prompt: 'one\ntwo "x"' })), JSON.parse(row({ input_tokens: 3 }))]

  it('reads a pretty-printed list, one object, and objects one after the other', async () => {
    const texts = [
      JSON.stringify(records, null, 2),
      records.map((item) => JSON.stringify(item, null, 2)).join('\n'),
      JSON.stringify(records),
    ]
    for (const text of texts)
      expect((await ingest(text)).stored.map(({ prompt }) => prompt)).toEqual(['one\ntwo "x"', 'hi'])
    expect(await ingest(JSON.stringify(records[0], null, 2))).toMatchObject({ stored: [{ row_id: 0 }] })
    const cut = await ingest(JSON.stringify(records, null, 2).slice(0, -30))
    expect(cut).toMatchObject({ rejected: 1, stored: [{ prompt: 'one\ntwo "x"' }] })
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
      const { stored } = await ingest(`${text}\r\n`)
      expect(stored).toMatchObject([
        { row_id: 0, prompt: 'say "hi",\r\nyou;\t', input_tokens: 5 },
        { row_id: 1, account_id: 'b', prompt: null },
      ])
    }
  })

  it('refuses CSV records with too few or too many fields, and an open quote', async () => {
    const made = await ingest(
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
    await expect(ingest(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ name: 'AppError' })
  })
})

describe('compressed originals', () => {
  const text = Array.from({ length: 2_000 }, (_, index) =>
    row({ account_id: `a${index % 17}`, input_tokens: index }),
  ).join('\n')
  // Two records, as the zstd program writes them.
  const zstd = Buffer.from(
    'KLUv/QRoJQIA4sMNEZB9UogNon6i/mfcIHY3FhUlYHttCGyX0ZW/nfVaD85c+ZPraa7OMQ/HiEJKQmkot5M9hlO+6wMA4BDQXdyKggKvWJll',
    'base64',
  )

  it('are the same as plain ones', async () => {
    const plain = await ingest(text)
    const gzip = await ingest(Buffer.concat([gzipSync(text.slice(0, 50_000)), gzipSync(text.slice(50_000))]))
    expect(gzip.sha256).toBe(plain.sha256)
    expect((await ingest(Buffer.concat([zstd, zstd]))).stored.map(({ account_id }) => account_id)).toEqual([
      'a',
      'b',
      'a',
      'b',
    ])
  })

  it('are refused when cut off, followed by something else, or broken', async () => {
    const gzip = gzipSync(text)
    const broken = Buffer.from(gzip)
    broken.fill(0, 500, 600)
    for (const bytes of [
      gzip.subarray(0, -20),
      Buffer.concat([gzip, Buffer.from('more')]),
      broken,
      zstd.subarray(0, -12),
    ]) {
      await expect(ingest(bytes)).rejects.toMatchObject({ code: 'unsupported' })
    }
  })

  it('are refused beyond the limits, and nothing stays behind', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20))
    await expect(ingest(bomb)).rejects.toMatchObject({
      code: 'too-large',
      publicMessage: expect.stringContaining('200 times'),
    })
    const small = { ...limits, maxDecompressedBytes: 10_000 }
    await expect(ingest(gzipSync(text), { limits: small })).rejects.toMatchObject({ code: 'too-large' })
    await expect(ingest(text, { limits: small })).rejects.toMatchObject({ code: 'too-large' })
    const left = readdirSync(folder, { recursive: true }).filter((name) => String(name).includes(temporaryPrefix))
    expect(left).toEqual([])
    expect(await two.engine.rows("SELECT name FROM system.tables WHERE name LIKE 'stage_%'")).toEqual([])
  })
})

describe('the same original', () => {
  it('gives the same bytes again, with one thread and with two', async () => {
    const text = Array.from({ length: 30_000 }, (_, index) =>
      row({ account_id: `a${index % 97}`, prompt: 'word '.repeat(index % 90), timestamp: 1767323045 - (index % 1000) }),
    ).join('\n')
    const [first, again, other] = [await ingest(text), await ingest(text), await ingest(text, { engine: one })]
    expect([again.sha256, other.sha256]).toEqual([first.sha256, first.sha256])
  })

  it('can be read after a killed attempt', async () => {
    writeFileSync(join(folder, `${temporaryPrefix}dead.chunk-0`), 'x')
    await removeIngestLeftovers(folder)
    expect(readdirSync(folder).filter((name) => name.startsWith(temporaryPrefix))).toEqual([])
  })
})

describe('whatever a file holds', () => {
  const line = fc.oneof(
    fc.constant(row()),
    fc.json().filter((text) => !text.includes('\n')),
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
    fc
      .record({ timestamp: fc.anything(), account_id: fc.anything(), prompt: fc.string({ unit: 'binary' }) })
      .map((value) => JSON.stringify(value) ?? ''),
    fc.constantFrom('', ' ', '\r', '{', '}', '[]', 'null', '"', row().slice(0, 20)),
  )

  it('becomes a row or a rejection, line by line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const bytes = Buffer.from([row(), ...lines].join('\n'), 'utf8')
        const blank = bytes
          .toString('utf8')
          .split('\n')
          .filter((text) => /^[ \t\r]*$/.test(text)).length
        const made = await ingest(bytes, { format: 'canonical' })
        expect(made.rows + made.rejected).toBe(lines.length + 1 - blank)
        const positions = [
          ...made.stored.map(({ row_id }) => Number(row_id)),
          ...made.rejects.map(({ position }) => position),
        ]
        expect(new Set(positions).size).toBe(positions.length)
        for (const { byte_offset, byte_length, text } of made.rejects) {
          expect(
            bytes
              .subarray(byte_offset, byte_offset + byte_length)
              .toString('utf8')
              .slice(0, 2_000),
          ).toBe(text)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
