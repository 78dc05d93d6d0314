/** The content of cited rows, and of no other; text of accounts that are not the subject's stays masked, whoever exports. */

import type { ReadableAccounts } from '@/lib/analysis/dataset/dataset-queries'
import { accountsOfSubject } from '@/lib/analysis/explorer/explorer-queries'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { type ExplorerRow, rowsById } from '@/lib/signals/explorer/explorer'
import type { CitedRows } from './summary-claims'
import type { SummaryReader } from './summary-reader'

/** A text that was masked is null and keeps its length (characters). */
export type RowText = { text: string | null; characters: number | null }

export type SummaryRow = {
  rowId: string
  /** ISO 8601 in UTC. */
  time: string | null
  account: string
  requestId: string | null
  model: string | null
  status: number | null
  inputTokens: number | null
  outputTokens: number | null
  /** The account is not one of the subject's. */
  masked: boolean
  systemPrompt: RowText
  prompt: RowText
  response: RowText
}

export type RowsOfExhibit = { exhibit: string; datasetSha256: string; rows: SummaryRow[] }

const rowsAtOnce = 500

/** The cited rows by exhibit, each once, in order of their ids. Throws `unavailable` when the log engine does not answer. */
export async function citedRows(
  from: SummaryReader,
  { caseId, cited }: { caseId: string; cited: CitedRows[] },
): Promise<RowsOfExhibit[]> {
  const readable = await accountsOf(from, caseId)
  const datasets = [...new Set(cited.map(({ datasetId }) => datasetId))]
  const found: RowsOfExhibit[] = []
  for (const id of datasets) {
    const { sha256 } = await from.dataset.findUniqueOrThrow({ where: { id }, select: { sha256: true } })
    const own = cited.filter(({ datasetId }) => datasetId === id)
    const rowIds = [...new Set(own.flatMap((one) => one.rowIds.map(Number)))].sort((a, b) => a - b)
    const rows = await readRows({ parquetPath: blobPath(sha256), readable, rowIds })
    found.push({ exhibit: own[0]?.exhibit ?? '', datasetSha256: Buffer.from(sha256).toString('hex'), rows })
  }
  return found.sort((a, b) => (a.exhibit < b.exhibit ? -1 : 1))
}

type Asked = { parquetPath: string; readable: ReadableAccounts; rowIds: number[] }

async function readRows({ parquetPath, readable, rowIds }: Asked): Promise<SummaryRow[]> {
  const engine = interactiveEngine()
  const ofSubject = await accountsOfSubject({ engine, parquetPath, readable })
  const visibleAccounts = [...new Set([...readable.accounts, ...ofSubject])]
  const rows: SummaryRow[] = []
  for (let at = 0; at < rowIds.length; at += rowsAtOnce) {
    const part = await rowsById({
      engine,
      parquetPath,
      visibleAccounts,
      rowIds: rowIds.slice(at, at + rowsAtOnce),
    })
    rows.push(...part.map(asRow))
  }
  return rows
}

/** The subject's identifiers alone: what this or that person unmasked for themselves does not count here. */
async function accountsOf(from: SummaryReader, caseId: string): Promise<ReadableAccounts> {
  const identifiers = await from.subjectAccount.findMany({
    where: { caseId },
    orderBy: { identifier: 'asc' },
    select: { kind: true, identifier: true },
  })
  const ofKind = (kind: (typeof identifiers)[number]['kind']) =>
    identifiers.filter((one) => one.kind === kind).map(({ identifier }) => identifier)
  return {
    accounts: ofKind('ACCOUNT'),
    organisations: ofKind('ORGANISATION'),
    projects: ofKind('PROJECT'),
    apiKeys: ofKind('API_KEY'),
    unmasked: [],
  }
}

function asRow(row: ExplorerRow): SummaryRow {
  return {
    ...{ rowId: String(row.row_id), time: row.timestamp, account: row.account_id, requestId: row.request_id },
    ...{ model: row.model, status: row.status, inputTokens: row.input_tokens, outputTokens: row.output_tokens },
    masked: row.masked,
    systemPrompt: { text: row.masked ? null : row.system_prompt, characters: row.system_prompt_length },
    prompt: { text: row.masked ? null : row.prompt, characters: row.prompt_length },
    response: { text: row.masked ? null : row.response, characters: row.response_length },
  }
}
