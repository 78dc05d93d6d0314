import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingested, recordLine } from './ingested'

const MiB = 1024 ** 2
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)
const record = '"timestamp":"2026-01-02T03:04:05Z","account_id":"h","prompt":"p"'

/** Lines that somebody made to break a reader; each is one line, whatever it holds. */
const hostile: Record<string, Buffer> = {
  'lists in lists': utf8(deep('[', ']', 100_000)),
  'lists that never end': utf8('['.repeat(100_000)),
  'objects in objects': utf8(deep('{"a":', '}', 100_000).replace(':}', ':1}')),
  'a record with lists in lists': utf8(`{${record},"more":${deep('[', ']', 100_000)}}`),
  'a record with objects in objects': utf8(`{${record},"more":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`),
  'brackets that do not match': utf8(`{${record},"more":${'[{'.repeat(50_000)}`),
  'a key twice': utf8(`{${record},"account_id":"second"}`),
  'a key ten thousand times': utf8(`{${record}${',"account_id":"again"'.repeat(10_000)}}`),
  'a key of a megabyte': utf8(`{${record},"${'k'.repeat(MiB)}":1}`),
  'fifty thousand keys': utf8(`{${record}${Array.from({ length: 50_000 }, (_, n) => `,"k${n}":${n}`).join('')}}`),
  'numbers without measure': utf8(`{${record},"input_tokens":1e999999,"output_tokens":-${'9'.repeat(5_000)}}`),
  'half a surrogate': utf8(`{${record},"response":"\\ud800 \\udfff"}`),
  'NUL, escaped and bare': Buffer.concat([utf8(`{${record},"response":"\\u0000`), Buffer.from([0, 0]), utf8('"}')]),
  'bytes of Latin-1': Buffer.from(`{${record},"response":"caf\u00e9 \u00df"}`, 'latin1'),
  'UTF-16 in the middle': Buffer.from(`{${record}}`, 'utf16le'),
  'a mark of byte order in the middle': utf8(`\ufeff{${record}}`),
  'bytes that are no text': Buffer.from(
    Array.from({ length: 5_000 }, (_, n) => ((n * 37) % 255) + 1).map((b) => (b === 10 ? 11 : b)),
  ),
  'a string that does not end': utf8(`{${record},"response":"${'\\'.repeat(9_999)}`),
  'a formula': utf8(`{${record},"response":"=cmd|'/c calc'!A0"}`),
}

const line = fc.constantFrom(...Object.keys(hostile))
const good = (n: number) => recordLine({ account_id: `good-${n}` })

describe('a log with lines made to break it', () => {
  it.each(Object.keys(hostile))(
    'keeps the good rows around %s, and every line is a row or a rejection',
    async (name) => {
      const made = await ingested(Buffer.concat([utf8(`${good(0)}\n`), hostile[name] as Buffer, utf8(`\n${good(1)}`)]))
      const accounts = made.stored.map(({ account_id }) => account_id)
      expect(accounts.filter((account) => String(account).startsWith('good-'))).toEqual(['good-0', 'good-1'])
      expect(made.rows + made.rejected).toBe(3)
    },
  )

  it('keeps every good row among any of them, each rejection with its place and reason', async () => {
    const property = fc.asyncProperty(fc.array(fc.option(line), { minLength: 1, maxLength: 8 }), async (names) => {
      const lines = [good(0), ...names.map((name, n) => (name === null ? good(n + 1) : hostile[name]))].map((each) =>
        Buffer.isBuffer(each) ? each : utf8(each as string),
      )
      const bytes = Buffer.concat(lines.flatMap((each) => [each, utf8('\n')]))
      const made = await ingested(bytes)
      const wanted = [0, ...names.flatMap((name, n) => (name === null ? [n + 1] : []))]
      const found = made.stored.filter(({ account_id }) => String(account_id).startsWith('good-'))
      expect(found.map(({ row_id }) => Number(row_id))).toEqual(wanted)
      expect(made.rows + made.rejected).toBe(lines.length)
      for (const { position, byte_offset, byte_length, reason } of made.rejects) {
        expect(bytes.subarray(byte_offset, byte_offset + byte_length)).toEqual(lines[position])
        expect(reason).not.toBe('')
      }
    })
    await fc.assert(property, { numRuns: 4 })
  }, 180_000)

  it('refuses a line of 100 MB by its place, and reads on', async () => {
    const long = Buffer.concat([utf8('{"prompt":"'), Buffer.alloc(100_000_000, 0x78), utf8('"}')])
    const made = await ingested(Buffer.concat([utf8(`${good(0)}\n`), long, utf8(`\n${good(1)}`)]))
    expect(made.stored.map(({ account_id }) => account_id)).toEqual(['good-0', 'good-1'])
    expect(made.rejects).toMatchObject([{ position: 1, byte_length: long.length, reason: 'is longer than 32 MiB' }])
  }, 60_000)
})
