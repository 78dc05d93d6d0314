/** A search of the texts of a log as lines of JSON that come while it goes on, with whose text this person may read enforced inside the engine. */

import { datasetHead } from '@/lib/analysis/dataset/dataset-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { explorerSearch, type SearchState } from '@/lib/signals/explorer/explorer-search'
import type { Params } from './explorer-address'
import { type ExplorerLine, explorerLine } from './explorer-lines'
import { addressOf, readableDataset, rowsPerPage } from './explorer-queries'

/** How far the search came and the first page of what it found so far; null for lines that are those of the message before. */
export type SearchNews = Omit<SearchState, 'page'> & {
  lines: ExplorerLine[] | null
  nextCursor: string | null
  previousCursor: string | null
}

/** What ended a search before its end, in a sentence. */
export type SearchProblem = { problem: string }

type Asked = { id: string; params: Params; signal: AbortSignal }

/** The news of a search under the parameters of the explorer's address. `signal` ends it; nothing is said then. */
export async function searchLines(
  actor: PersonActor,
  { id, params, signal }: Asked,
): Promise<AsyncGenerator<SearchNews | SearchProblem>> {
  const head = await datasetHead(actor, { id })
  const { filter, sort, cursor, isBack } = addressOf(params)
  const dataset = await readableDataset(actor, head)
  return newsOf(explorerSearch({ ...dataset, filter, sort, cursor, isBack, limit: rowsPerPage, signal }), signal)
}

async function* newsOf(
  states: AsyncGenerator<SearchState>,
  signal: AbortSignal,
): AsyncGenerator<SearchNews | SearchProblem> {
  let shown = ''
  try {
    for await (const { page, ...state } of states) {
      const { rows, nextCursor, previousCursor } = page
      const ids = rows.map(({ row_id }) => row_id).join(' ')
      yield { ...state, nextCursor, previousCursor, lines: ids === shown ? null : rows.map(explorerLine) }
      shown = ids
    }
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof AppError)) log.error({ err: error }, 'a search failed')
    yield { problem: publicMessageOf(error) }
  }
}
