import { addressWith, type SearchParams } from '@/components/table/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import type { explorerView } from '@/lib/analysis/explorer/explorer-queries'
import { ExplorerPages } from './explorer-pages'
import { ExplorerSearch } from './explorer-search'
import { ExplorerTable } from './explorer-table'

type Props = { view: Awaited<ReturnType<typeof explorerView>>; path: string; params: SearchParams; datasetId: string }

/** The rows of one page with the ways to the pages beside it, those of a search while it goes on, or what to do when no row matches. */
export function ExplorerRows({ view, path, params, datasetId }: Props) {
  const { address, isSearch, count, lines, claims, whyNotCite } = view
  const table = { path, params, claims, whyNotCite, datasetId, openRow: address.row, columns: address.columns }
  if (isSearch) {
    const search = addressWith(`/api/datasets/${datasetId}/search`, params, { row: null, columns: null })
    return <ExplorerSearch key={search} address={search} {...table} />
  }
  if (lines.length === 0) {
    return (
      <EmptyState title="No row matches">
        Take a filter off. A text is searched only in accounts whose text you may read.
      </EmptyState>
    )
  }
  return (
    <>
      <ExplorerTable key={`${address.cursor} ${address.isBack} ${count}`} {...table} lines={lines} />
      <ExplorerPages {...{ path, params }} nextCursor={view.nextCursor} previousCursor={view.previousCursor} />
    </>
  )
}
