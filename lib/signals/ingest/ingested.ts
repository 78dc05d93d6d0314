/** For tests: ingests a text in a folder of its own and reads back what came of it. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchEngine, type Engine } from '@/lib/platform/engine'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { DecompressionLimits } from './byte-budget'
import { ingestLog } from './ingest-log'

export const testLimits: DecompressionLimits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }

type Rejected = {
  position: number
  member?: string
  byte_offset: number
  byte_length: number
  reason: string
  text: string
}
type Options = { engine?: Engine; limits?: DecompressionLimits; format?: string | LogFormat; outDir?: string }

/** The result of the ingest, the rows by position, and the rejections. */
export async function ingested(content: Buffer | string, options: Options = {}) {
  const engine = options.engine ?? batchEngine()
  const folder = mkdtempSync(join(tmpdir(), 'ingested-'))
  const path = join(folder, 'log')
  writeFileSync(path, content)
  const { format, limits = testLimits, outDir = mkdtempSync(join(folder, 'out-')) } = options
  const result = await ingestLog({ engine, source: { path, name: 'log' }, format, outDir, limits })
  const stored = await engine.rows<Record<string, unknown>>('SELECT * FROM file({path:String}) ORDER BY row_id', {
    path: result.parquetPath,
  })
  return { ...result, outDir, stored, rejects: rejectionsIn(result.rejectsPath) }
}

function rejectionsIn(path: string | null): Rejected[] {
  if (!path) return []
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Rejected)
}

/** One record in our own fields, as JSON. */
export const recordLine = (more: object = {}): string =>
  JSON.stringify({ timestamp: '2026-01-02T03:04:05.678Z', account_id: 'a', prompt: 'hi', ...more })
