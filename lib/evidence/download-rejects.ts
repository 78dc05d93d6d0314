/** The rows of a log that could not be read, on their way out: as CSV without formulas, or as JSON lines; always an event. */

import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { PersonActor } from '@/lib/platform/actor'
import { csvLine } from '@/lib/platform/csv-cell'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import type { Outgoing } from './download-evidence'
import { evidenceItem } from './queries'

export type RejectsFormat = 'csv' | 'jsonl'

const columns = ['position', 'member', 'byte_offset', 'byte_length', 'reason', 'text'] as const

/** All rejected rows of an item's dataset. Throws `not-found` when out of scope or when none was rejected. */
export async function downloadRejects(
  actor: PersonActor,
  { evidenceId, format }: { evidenceId: string; format: RejectsFormat },
): Promise<Outgoing> {
  const { name, dataset, case: home } = await evidenceItem(actor, evidenceId)
  if (!dataset?.rejectsSha256)
    throw new AppError('not-found', 'No row of this log was rejected, so there is nothing to download.')
  const { id: datasetId, rejected, rejectsSha256 } = dataset
  await transact(actor, async ({ record }) => {
    const data = { datasetId, evidenceId, rejected, format }
    record({ type: 'dataset.rejects-downloaded', caseId: home.id, data })
  })
  const blob = openBlob(Buffer.from(rejectsSha256, 'hex'))
  const bytes = format === 'csv' ? Readable.from(asCsv(blob)) : blob
  return { name: `${name}.rejects.${format}`, size: null, bytes: Readable.toWeb(bytes) as ReadableStream<Uint8Array> }
}

async function* asCsv(jsonLines: Readable): AsyncGenerator<Buffer> {
  // The mark at the start has spreadsheets read UTF-8.
  yield Buffer.from(`\ufeff${csvLine(columns)}`)
  for await (const line of createInterface({ input: jsonLines, crlfDelay: Number.POSITIVE_INFINITY })) {
    const record = JSON.parse(line) as Partial<Record<(typeof columns)[number], string | number | null>>
    yield Buffer.from(csvLine(columns.map((column) => record[column] ?? '')))
  }
}
