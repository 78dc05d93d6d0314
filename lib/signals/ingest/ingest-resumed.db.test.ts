import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchEngine, type Engine } from '@/lib/platform/engine'
import { temporaryFolder } from '@/tests/temporary-folder'
import { ingestLog, removeIngestLeftovers } from './ingest-log'
import { recordLine, testLimits } from './ingested'

const root = temporaryFolder('ingest-resumed')
afterAll(() => rmSync(root, { recursive: true, force: true }))

const MiB = 1024 ** 2
const limits = { ...testLimits, maxDecompressionRatio: 2000 }
const lines = 858
const refused = 22
const story = 'A long story that is told to the end. '.repeat(220)
/** More than six pieces of a MiB, behind each of which a chunk ends. */
const text = Array.from({ length: lines + refused }, (_, n) => {
  if (n % 41 === 7) return n % 2 ? '{"timestamp":"never","account_id":"b","prompt":"of no time"}' : '[no object'
  return recordLine({ account_id: `a-${n % 11}`, prompt: `${n}. ${story}` })
}).join('\n')

/** How often lines were read, and whatever else was asked; from statement number `most` on it is dead. */
function watched(most: number): { engine: Engine; reads: () => number } {
  const engine = batchEngine()
  let [left, reads] = [most, 0]
  const alive = (sql: string) => {
    left -= 1
    if (left < 0) throw new Error('the engine is gone')
    if (sql.includes('LineAsString')) reads += 1
  }
  const wrapped: Engine = {
    ...engine,
    rows: async (sql, ...rest) => {
      alive(sql)
      return await engine.rows(sql, ...rest)
    },
    run: async (sql, ...rest) => {
      alive(sql)
      await engine.run(sql, ...rest)
    },
  }
  return { engine: wrapped, reads: () => reads }
}

const keptIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('kept-'))

async function read(path: string, outDir: string, { most = Number.POSITIVE_INFINITY, keepsRows = true } = {}) {
  await removeIngestLeftovers(batchEngine(), outDir)
  const { engine, reads } = watched(most)
  const source = { path, name: 'log.jsonl' }
  const result = await ingestLog({ engine, source, outDir, limits, keepsRows, chunkBytes: MiB / 2 })
  const { parquetPath, rejectsPath, ...facts } = result
  return { facts, rejects: rejectsPath && readFileSync(rejectsPath, 'utf8'), reads: reads() }
}

const newFolder = () => mkdtempSync(join(root, 'out-'))

describe.each([
  ['as it is', (bytes: string) => Buffer.from(bytes)],
  ['packed with gzip', (bytes: string) => gzipSync(bytes)],
])('a log %s', (name, packed) => {
  const path = join(root, name)
  let undisturbed: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    writeFileSync(path, packed(text))
    undisturbed = await read(path, newFolder(), { keepsRows: false })
    expect(undisturbed.reads).toBeGreaterThan(4)
    expect(undisturbed.facts).toMatchObject({ rows: lines, rejected: refused })
  })

  test('gives the same bytes when its rows are kept on the way, and none of them stays', async () => {
    const folder = newFolder()
    expect(await read(path, folder)).toEqual(undisturbed)
    expect(keptIn(folder)).toEqual([])
  })

  test('ended at any statement, again and again, is not read again where it was, and gives the same bytes', async () => {
    const property = async (gaps: number[]) => {
      const folder = newFolder()
      for (const most of gaps)
        await read(path, folder, { most }).catch((error) => expect(error.message).toMatch(/gone/))
      const before = keptIn(folder).length
      expect(await read(path, folder)).toEqual({ ...undisturbed, reads: undisturbed.reads - before })
    }
    const gaps = fc.array(fc.integer({ min: 2, max: 22 }), { minLength: 1, maxLength: 3 })
    await fc.assert(fc.asyncProperty(gaps, property), { numRuns: 3 })
  }, 120_000)

  test.each([
    ['cut off', (kept: string) => truncateSync(kept, readFileSync(kept).length >> 1)],
    ['changed in one byte', (kept: string) => writeFileSync(kept, flipped(readFileSync(kept)))],
  ])('is read again where what was kept is %s', async (_, damage) => {
    const folder = newFolder()
    await expect(read(path, folder, { most: 14 })).rejects.toThrow(/gone/)
    const [first = '', ...others] = keptIn(folder)
    damage(join(folder, first))
    expect(await read(path, folder)).toEqual({ ...undisturbed, reads: undisturbed.reads - others.length })
  })
})

function flipped(bytes: Buffer): Buffer {
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  return bytes
}
