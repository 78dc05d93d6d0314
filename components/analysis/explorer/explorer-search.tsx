'use client'

import type { SearchParams } from '@/components/table/search-params'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { ExplorerPages } from './explorer-pages'
import { ExplorerTable, type ExplorerTableProps } from './explorer-table'
import { type Search, useSearch } from './use-search'

type Props = Omit<ExplorerTableProps, 'lines'> & {
  /** Where the search is asked for. */
  address: string
  path: string
  params: SearchParams
}

/** Rows whose text matches, shown while the log is searched; the search can be stopped, and what is shown then says so. */
export function ExplorerSearch({ address, ...table }: Props) {
  const { stop, again, ...search } = useSearch(address)
  const { searched, end } = search
  const lines = searched?.lines ?? []
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="figures max-w-[70ch] text-ink-2">
          {wordsOf(search)}
        </p>
        <SearchMove end={end} stop={stop} again={again} />
      </div>
      {end === 'running' && searched && (
        <progress className="progress" aria-label="Rows searched" value={searched.searched} max={searched.of} />
      )}
      {lines.length > 0 && <ExplorerTable {...table} lines={lines} />}
      {end === 'done' && lines.length === 0 && (
        <EmptyState title="No row matches">
          Take a filter off. A text is searched only in accounts whose text you may read.
        </EmptyState>
      )}
      {end === 'done' && searched && (
        <ExplorerPages
          path={table.path}
          params={table.params}
          nextCursor={searched.nextCursor}
          previousCursor={searched.previousCursor}
        />
      )}
    </div>
  )
}

type MoveProps = Pick<ReturnType<typeof useSearch>, 'end' | 'stop' | 'again'>

function SearchMove({ end, stop, again }: MoveProps) {
  if (end === 'done') return null
  return (
    <Button size="sm" onClick={end === 'running' ? stop : again}>
      {end === 'running' ? 'Stop' : 'Search again'}
    </Button>
  )
}

/** How far it is, and what the rows below are worth so far. */
function wordsOf({ searched, end, problem }: Search): string {
  if (end === 'failed') return problem
  if (!searched) return end === 'stopped' ? 'Stopped before a row was searched.' : 'The search begins.'
  const { of, found } = searched
  const rows = formatAmount(of, 'row')
  if (end === 'done') return `${formatAmount(found, 'row')} found in the ${rows} that you may read.`
  const far = `${formatCount(searched.searched)} of the ${rows} that you may read`
  if (end === 'stopped') return `Stopped after ${far}: ${formatCount(found)} found there, the others were not searched.`
  if (found === 0) return `Searched ${far}: nothing found so far.`
  return `Searched ${far}: ${formatCount(found)} found so far, others may still come between them.`
}
