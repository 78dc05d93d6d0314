import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { RowBehind } from '@/lib/analysis/explorer/explorer-queries'
import { ShownText } from './explorer/shown-text'

const columns: Column<RowBehind>[] = [
  { key: 'row', label: 'Row', lead: true, cell: ({ rowId }) => <span className="font-mono text-sm">{rowId}</span> },
  { key: 'time', label: 'Time', cell: ({ time }) => (time === null ? 'no time' : <Time at={time} show="second" />) },
  { key: 'reason', label: 'Why it counts', width: 'w-64', listWide: true, cell: ({ reason }) => reason },
  {
    key: 'prompt',
    label: 'Prompt',
    width: 'w-1/2',
    listWide: true,
    cell: ({ prompt, isMasked }) => (
      <span className="line-clamp-2 font-mono text-sm wrap-anywhere">
        <ShownText shown={prompt} isMasked={isMasked} />
      </span>
    ),
  },
]

const account: Column<RowBehind> = {
  key: 'account',
  label: 'Account',
  cell: (row) => <span className="font-mono text-sm wrap-break-word">{row.account}</span>,
}

type Props = {
  rows: RowBehind[]
  /** The address of the explorer, with its question mark. */
  explorer: string
  withAccount?: boolean
}

/** The rows that carry a signal, strongest first; each opens in the explorer, where it can be cited. */
export function RowsBehind({ rows, explorer, withAccount = false }: Props) {
  return (
    <DataTable
      label="Rows behind the signal"
      columns={withAccount ? columns.toSpliced(2, 0, account) : columns}
      rows={rows}
      rowKey={({ rowId }) => `${rowId}`}
      rowHref={({ rowId }) => `${explorer}&row=${rowId}`}
      empty={<EmptyState title="No single row carries it">This signal is of the account as a whole.</EmptyState>}
    />
  )
}
