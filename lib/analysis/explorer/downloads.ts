/** Rows of a dataset on their way out as CSV: an attachment, an event, and masked text never among them. */

import { Readable } from 'node:stream'
import { datasetHead } from '@/lib/analysis/dataset/dataset-queries'
import type { Outgoing } from '@/lib/evidence/download-evidence'
import type { PersonActor } from '@/lib/platform/actor'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { canonicalColumns } from '@/lib/signals/canonical-row'
import { type ExplorerRow, explorerCount, explorerPage, rowsById } from '@/lib/signals/explorer/explorer'
import { exportRowsCsv } from '@/lib/signals/explorer/explorer-csv'
import type { Dataset } from '@/lib/signals/explorer/explorer-keys'
import { downloadLimit } from './download-limit'
import { type ExplorerAddress, filterInWords, type Params, readExplorerAddress } from './explorer-address'
import { readableDataset } from './explorer-queries'

/**
 * The rows that the explorer's address asks for, as CSV with formulas neutralised, at most `limit` of them; the file's name
 * says when it was cut. Refuses an address with a broken filter rather than hand out more than was asked for.
 */
export async function downloadRows(
  actor: PersonActor,
  { id, params, limit = downloadLimit }: { id: string; params: Params; limit?: number },
): Promise<Outgoing> {
  const head = await datasetHead(actor, { id })
  const address = readExplorerAddress(params)
  if (address.problems.length > 0) throw new AppError('invalid-input', address.problems.join(' '))
  const dataset = await readableDataset(actor, head)
  const found = await explorerCount({ ...dataset, filter: address.filter })
  const rows = Math.min(found, limit)
  await transact(actor, async ({ record }) => {
    const filter = filterInWords(address)
    record({ type: 'dataset.rows-downloaded', caseId: head.case.id, data: { datasetId: head.id, rows, filter } })
  })
  const part = rows < found ? `first-${rows}-of-${found}-rows` : `${rows}-rows`
  const name = `${head.evidence.name.replace(/\.[a-z0-9.]+$/i, '')}-${part}.csv`
  const bytes = Readable.from(csvOf(dataset, address, rows), { objectMode: false })
  return { name, size: null, bytes: Readable.toWeb(bytes) as ReadableStream<Uint8Array> }
}

const columns: (keyof ExplorerRow)[] = [
  ...(Object.keys(canonicalColumns) as (keyof typeof canonicalColumns)[]),
  ...(['system_prompt_length', 'prompt_length', 'response_length', 'masked'] as const),
]

async function* csvOf(dataset: Dataset, { filter, sort }: ExplorerAddress, rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(exportRowsCsv([], columns))
  let cursor: string | null = null
  for (let done = 0; done < rows; ) {
    const page = await explorerPage({ ...dataset, filter, sort, cursor, limit: Math.min(500, rows - done) })
    const whole = await withWholeTexts(dataset, page.rows)
    const csv = exportRowsCsv(whole, columns)
    yield Buffer.from(csv.slice(csv.indexOf('\r\n') + 2))
    done += whole.length
    cursor = page.nextCursor
    if (cursor === null) return
  }
}

/** Pages cut long texts; the rows that were cut are read again whole, which most pages do not need. */
async function withWholeTexts(dataset: Dataset, rows: ExplorerRow[]): Promise<ExplorerRow[]> {
  const cut = rows.filter((row) => texts.some((name) => isCut(row[name], row[`${name}_length`])))
  if (cut.length === 0) return rows
  const whole = await rowsById({ ...dataset, rowIds: cut.map(({ row_id }) => row_id) })
  const byId = new Map(whole.map((row) => [row.row_id, row]))
  return rows.map((row) => byId.get(row.row_id) ?? row)
}

const texts = ['system_prompt', 'prompt', 'response', 'extra'] as const

const isCut = (text: string | null, length: number | null) => text !== null && [...text].length < (length ?? 0)
