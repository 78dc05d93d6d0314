import type { SearchParams } from '@/components/table/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import type { explorerView } from '@/lib/analysis/explorer-queries'
import { ExplorerTable } from './explorer-table'

type Props = { view: Awaited<ReturnType<typeof explorerView>>; path: string; params: SearchParams; datasetId: string }

/** The rows of one page, or what to do when no row matches. */
export function ExplorerRows({ view, path, params, datasetId }: Props) {
  const { address, count, lines, claims, whyNotCite } = view
  if (lines.length === 0) {
    return (
      <EmptyState title="No row matches">
        Take a filter off. A text is searched only in accounts whose text you may read.
      </EmptyState>
    )
  }
  return (
    <ExplorerTable
      key={`${address.cursor} ${address.isBack} ${count}`}
      {...{ lines, path, params, claims, whyNotCite, datasetId }}
      openRow={address.row}
      columns={address.columns}
    />
  )
}
