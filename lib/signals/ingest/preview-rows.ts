/** What a format would make of the first records of a log, computed by the SQL that the reading itself uses. */

import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { Chunk } from './record-sink'
import { type RejectionCode, rejectionReasons } from './rejection'
import { columnNames, rowsSql } from './row-sql'

export type PreviewRow = {
  position: number
  /** Why it would be refused; null for a row. */
  reason: string | null
  /** Long texts are cut. */
  values: Partial<Record<CanonicalColumn, string>>
}

const shownCharacters = 200

/** The rows and refusals in order of position. `folder` must be reachable by the engine; nothing stays in it. */
export async function previewRows(
  engine: Engine,
  { chunk, format, folder }: { chunk: Chunk; format: LogFormat; folder: string },
): Promise<PreviewRow[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `preview-${randomUUID()}`)
  await writeFile(path, chunk.lines, { flag: 'wx' })
  try {
    const texts = columnNames.map((name) => `leftUTF8(toString(c_${name}), ${shownCharacters}) AS ${name}`)
    const sql = `SELECT reason AS code, ${texts.join(', ')} FROM (${rowsSql(format)})`
    const read = await engine.rows<Raw>(sql, { ...format.params, path, first: chunk.first })
    const refused = chunk.rejections.map(({ position, reason }) => ({ position, reason, values: {} }))
    return [...read.map(rowOf), ...refused].sort((a, b) => a.position - b.position)
  } finally {
    await rm(path, { force: true })
  }
}

type Raw = { code: RejectionCode | 0 } & Record<CanonicalColumn, string | null>

function rowOf({ code, row_id, ...columns }: Raw): PreviewRow {
  const filled = Object.entries(columns).filter(([, value]) => value !== null && value !== '')
  return {
    position: Number(row_id),
    reason: code === 0 ? null : rejectionReasons[code],
    values: Object.fromEntries(filled) as PreviewRow['values'],
  }
}
