/** What the same bytes give where nothing happens to them: read by the installation's own engine, past its web server and worker. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineAt } from '@/lib/platform/engine'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { sha256Of } from '@/lib/signals/ingest/sha256-of'

/** Hash and count of the rows of each log, hash and count of its rejections. */
export async function readUndisturbed(environment: Record<string, string>, logs: Buffer[]) {
  const { TOUCHSTONE_BATCH_ENGINE_URL: url = '', TOUCHSTONE_ENGINE_TOKEN: token = '' } = environment
  const engine = engineAt({ url, token })
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-test-undisturbed-'))
  const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
  const path = join(folder, 'log.jsonl')
  const found = []
  try {
    for (const bytes of logs) {
      writeFileSync(path, bytes)
      const made = await ingestLog({ engine, source: { path, name: 'log.jsonl' }, outDir: folder, limits })
      const rejects = made.rejectsPath && (await sha256Of(made.rejectsPath))
      found.push({ sha256: made.sha256, rows: made.rows, rejected: made.rejected, rejects })
    }
    return found
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
