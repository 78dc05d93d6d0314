/** Pages of a dataset's rows, with whose text this person may read decided here and enforced inside the engine. */

import {
  type DatasetHead,
  datasetHead,
  type ReadableAccounts,
  readableAccounts,
} from '@/lib/analysis/dataset/dataset-queries'
import { whyNotEditCase } from '@/lib/analysis/findings/findings-page'
import { offer } from '@/lib/analysis/policy'
import { claimChoices } from '@/lib/claims/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { heldBy } from '@/lib/platform/offer'
import { blobPath } from '@/lib/platform/storage'
import { type ExplorerPage, explorerCount, explorerPage, rowsById } from '@/lib/signals/explorer/explorer'
import { readCursor } from '@/lib/signals/explorer/explorer-cursor'
import type { Dataset } from '@/lib/signals/explorer/explorer-keys'
import { searchesText } from '@/lib/signals/explorer/explorer-search'
import { templateMates } from '@/lib/signals/explorer/template-mates'
import type { RowsBehindRequest, SignalId } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { type ExplorerAddress, type Params, readExplorerAddress } from './explorer-address'
import { explorerDetail, explorerLine } from './explorer-lines'
import { savedFilters } from './saved-filters'
import { timeIndexOf } from './time-indexes'

export const rowsPerPage = 100
const noPage: ExplorerPage = { rows: [], nextCursor: null, previousCursor: null }

/**
 * The rows that an address asks for, the open row, and what may be done with them. Where texts are searched the rows come by
 * `searchLines` while the page is there already: then there is no line here, and no count.
 */
export async function explorerView(actor: PersonActor, key: { number: string; id: string }, params: Params) {
  const head = await datasetHead(actor, key)
  const address = addressOf(params)
  const { filter, sort, cursor, isBack, row } = address
  const isSearch = searchesText(filter)
  const dataset = await readableDataset(actor, head)
  const [page, count, open, claims, whyNotEdit, filters] = await Promise.all([
    isSearch ? noPage : explorerPage({ ...dataset, filter, sort, cursor, isBack, limit: rowsPerPage }),
    isSearch ? null : explorerCount({ ...dataset, filter }),
    row === null ? null : openRow(dataset, row),
    claimChoices(actor, head.case.id),
    whyNotEditCase(actor, key.number),
    savedFilters(actor, head.id),
  ])
  const withdrawn = head.evidence.isWithdrawn ? 'This evidence was withdrawn: its rows can not be cited.' : null
  const whyNotCite = heldBy(withdrawn, whyNotEdit)
  return {
    ...{ head, address, isSearch, count, claims, whyNotCite, filters },
    ...{ nextCursor: page.nextCursor, previousCursor: page.previousCursor },
    whyNotKeep: offer(actor, 'keep-filters', head.case),
    lines: page.rows.map(explorerLine),
    detail: open,
  }
}

/** One row whole, its prompt beside others of its template; null when the log has no such row. */
async function openRow(dataset: Dataset, rowId: number) {
  const [row] = await rowsById({ ...dataset, rowIds: [rowId] })
  if (!row) return null
  const mates = row.masked || !row.prompt ? null : await templateMates(dataset, { account: row.account_id, rowId })
  return explorerDetail(row, mates)
}

/** The address with a place that is one; another one begins at the first page and says so. */
export function addressOf(params: Params): ExplorerAddress {
  const address = readExplorerAddress(params)
  if (address.cursor === null || isCursor(address.cursor)) return address
  const problem = 'The place in the list was not complete in the address: this is the first page.'
  return { ...address, cursor: null, isBack: false, problems: [...address.problems, problem] }
}

function isCursor(text: string): boolean {
  try {
    return Boolean(readCursor(text))
  } catch {
    return false
  }
}

export type RowBehind = ReturnType<typeof explorerLine> & { reason: string }

type RowsAsked = { signal: SignalId } & Pick<RowsBehindRequest, 'account' | 'values' | 'promptSets'>

/** The first rows that carry a signal of one account, strongest first, each with the reason. */
export async function rowsBehind(
  actor: PersonActor,
  head: DatasetHead,
  { signal, account, values = [], promptSets }: RowsAsked,
): Promise<RowBehind[]> {
  const definition = signalOf(signal)
  if (!definition) return []
  const dataset = await readableDataset(actor, head)
  const request = { path: dataset.parquetPath, account, limit: 50, offset: 0, values, promptSets }
  const { sql, params } = definition.rowsBehind(request)
  return rowsBy(dataset, await dataset.engine.rows<Behind>(sql, params))
}

/** A row with the reason why it counts. */
export type Behind = { row_id: number; reason: string }

/** The rows themselves, in the order of `behind`. */
export async function rowsBy(dataset: Dataset, behind: Behind[]): Promise<RowBehind[]> {
  const rows = await rowsById({ ...dataset, rowIds: behind.map(({ row_id }) => row_id) })
  const reasons = new Map(behind.map(({ row_id, reason }) => [String(row_id), reason]))
  return rows.map((row) => ({ ...explorerLine(row), reason: reasons.get(String(row.row_id)) ?? '' }))
}

/** The dataset with the accounts whose text `actor` may read: the subject's and those that they unmasked. */
export async function readableDataset(actor: PersonActor, head: DatasetHead): Promise<Dataset> {
  const engine = interactiveEngine()
  const parquetPath = blobPath(Buffer.from(head.sha256, 'hex'))
  const readable = await readableAccounts(actor, head.case.id)
  const visibleAccounts = new Set([...readable.accounts, ...readable.unmasked.map(({ account }) => account)])
  for (const account of await accountsOfSubject({ engine, parquetPath, readable })) visibleAccounts.add(account)
  return { engine, parquetPath, visibleAccounts: [...visibleAccounts], timeIndexPath: await timeIndexOf(head.sha256) }
}

type Search = { engine: Dataset['engine']; parquetPath: string; readable: ReadableAccounts }

/**
 * Accounts of the log that belong wholly to an organisation or key of the subject. An account that also sends under other
 * names may carry other people's text and stays masked.
 */
export async function accountsOfSubject({ engine, parquetPath, readable }: Search): Promise<string[]> {
  const { organisations, apiKeys } = readable
  if (organisations.length + apiKeys.length === 0) return []
  const ours = (column: string, name: string) => `ifNull(${column}, '') IN (SELECT arrayJoin({${name}:Array(String)}))`
  const rows = await engine.rows<{ account: string }>(
    `SELECT account_id AS account FROM file({path:String}, Parquet) WHERE account_id != ''
     GROUP BY account HAVING countIf(${ours('org_id', 'orgs')} OR ${ours('api_key_id', 'keys')}) = count()`,
    { path: parquetPath, orgs: organisations, keys: apiKeys },
  )
  return rows.map(({ account }) => account)
}
