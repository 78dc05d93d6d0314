import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineProcess, startEngine } from '@/lib/platform/engine-process'
import { removeIngestLeftovers, temporaryPrefix } from './ingest-log'
import { ingested, recordLine } from './ingested'

const folder = mkdtempSync(join(tmpdir(), 'ingest-test-'))
let one: EngineProcess
beforeAll(async () => {
  one = await startEngine({ dataDir: join(folder, 'engine'), threads: 1, memoryBytes: 1024 ** 3 })
})
afterAll(() => one.stop())

describe('the same original', () => {
  it('gives the same bytes again, with one thread and with two', async () => {
    const text = Array.from({ length: 30_000 }, (_, index) =>
      recordLine({
        account_id: `a${index % 97}`,
        prompt: 'word '.repeat(index % 90),
        timestamp: 1767323045 - (index % 1000),
      }),
    ).join('\n')
    const [first, again, other] = [
      await ingested(text),
      await ingested(text),
      await ingested(text, { engine: one.engine }),
    ]
    expect([again.sha256, other.sha256]).toEqual([first.sha256, first.sha256])
  })

  it('can be read after a killed attempt', async () => {
    writeFileSync(join(folder, `${temporaryPrefix}dead.chunk-0`), 'x')
    await removeIngestLeftovers(one.engine, folder)
    expect(readdirSync(folder).filter((name) => name.startsWith(temporaryPrefix))).toEqual([])
  })
})

describe('whatever a file holds', () => {
  const line = fc.oneof(
    fc.constant(recordLine()),
    fc.json().filter((text) => !text.includes('\n')),
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
    fc
      .record({ timestamp: fc.anything(), account_id: fc.anything(), prompt: fc.string({ unit: 'binary' }) })
      .map((value) => JSON.stringify(value) ?? ''),
    fc.constantFrom('', ' ', '\r', '{', '}', '[]', 'null', '"', recordLine().slice(0, 20)),
  )

  it('becomes a row or a rejection, line by line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 80 }), async (lines) => {
        const bytes = Buffer.from([recordLine(), ...lines].join('\n'), 'utf8')
        const blank = bytes
          .toString('utf8')
          .split('\n')
          .filter((text) => /^[ \t\r]*$/.test(text)).length
        const made = await ingested(bytes, { format: 'canonical' })
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
      { numRuns: 12 },
    )
  }, 120_000)
})
