/** Searches the texts of a log part by part: first hits show before the whole is read, and at the end the page is that of the explorer. */

import { type ExplorerPage, type ExplorerRow, previewsOf, rowsOfPage } from './explorer'
import type { ExplorerFilter } from './explorer-filter'
import { file, goesDown, inOrder, type Key, type PageAsked, pageKeys, placed, type Within } from './explorer-keys'
import { type Condition, conditionOf, isVisible } from './explorer-sql'
import { type PartSizes, searchParts } from './search-parts'

/** How far a search came. `searched` of `of` readable rows were read, and `found` of those match. */
export type SearchState = {
  /** Of what was searched so far, in the order of the explorer. It has no cursors before everything was searched. */
  page: ExplorerPage
  found: number
  searched: number
  of: number
  isDone: boolean
}

type Search = PageAsked & { limit: number; signal?: AbortSignal; sizes?: PartSizes }

/** Whether a filter looks into texts, which are most of a log. */
export const searchesText = ({ prompt, response, system_prompt }: ExplorerFilter) =>
  [prompt, response, system_prompt].some((text) => text !== undefined)

/** A state before the first part and one after each; the last has the page that `explorerPage` gives. `signal` ends the query that runs. */
export async function* explorerSearch(search: Search): AsyncGenerator<SearchState> {
  const { signal, sizes } = search
  const limit = rowsOfPage(search.limit)
  const base = conditionOf({ ...search.filter, prompt: undefined, response: undefined, system_prompt: undefined })
  const { rows: of, parts } = await searchParts(search, base, { sizes, signal })
  const state: SearchState = { page: nothing, found: 0, searched: 0, of, isDone: of === 0 }
  yield { ...state }
  const rows = new Map<string, ExplorerRow>()
  let keys: Key[] = []
  // The order of accounts is that of the file: read from its end, the first hits are those of the page.
  for (const [at, part] of (goesDown(search) ? parts.reverse() : parts).entries()) {
    signal?.throwIfAborted()
    const [further, counted] = await Promise.all([
      pageKeys(search, limit + 1, { part, signal }),
      countWithin(search, { base, part, signal }),
    ])
    keys = inOrder(search, [...keys, ...further]).slice(0, limit + 1)
    const { shown, ...cursors } = placed(search, keys, limit)
    const unread = shown.filter(({ row }) => !rows.has(row))
    for (const row of await previewsOf(search, unread, { part, signal })) rows.set(String(row.row_id), row)
    state.isDone = at === parts.length - 1
    state.found += counted.found
    state.searched += counted.searched
    const read = shown.flatMap(({ row }) => rows.get(row) ?? [])
    yield { ...state, page: { ...(state.isDone ? cursors : nothing), rows: read } }
  }
}

const nothing: ExplorerPage = { rows: [], nextCursor: null, previousCursor: null }

type Counting = Within & { base: Condition; part: Condition }

/** What of a part was searched and what of that matches; a page of a cursor counts the rows of all pages. */
async function countWithin({ engine, parquetPath, visibleAccounts, filter }: PageAsked, counting: Counting) {
  const { base, part, signal } = counting
  const match = conditionOf(filter)
  const [counted] = await engine.rows<{ searched: number; found: number }>(
    `SELECT count() AS searched, countIf(${match.sql}) AS found FROM ${file}
     WHERE (${base.sql}) AND ${isVisible} AND (${part.sql})`,
    { ...match.params, ...part.params, path: parquetPath, visible: [...visibleAccounts] },
    { signal },
  )
  return { searched: counted?.searched ?? 0, found: counted?.found ?? 0 }
}
