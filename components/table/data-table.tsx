import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Column } from './column'
import { HeadCell } from './head-cell'
import { RowKeys } from './row-keys'
import type { SearchParams } from './search-params'
import { tableRoles } from './table-roles'
import { TableRow } from './table-row'

type Props<Row> = {
  /** What the table lists, for a reader. */
  label: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Where a row leads; the link stands on the lead column and covers the row. */
  rowHref?: (row: Row) => string
  /** Marks the row that a side panel shows. */
  openKey?: string
  /** Path and parameters of this page, needed when a column sorts. `?sort=name` or `?sort=-name`. */
  address?: { path: string; params: SearchParams }
  /** What `sort` is when the address does not say. */
  defaultSort?: string
  /** What to show instead of an empty table: an `EmptyState`. */
  empty: ReactNode
}

/** The one table: sticky head, sort by link, rows that lead somewhere, j and k to walk; a list where it is narrow. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, rowHref, openKey, address, defaultSort, empty } = props
  if (rows.length === 0) return empty
  const lead = columns.find((column) => column.lead) ?? columns[0]
  return (
    <RowKeys>
      <table {...tableRoles.table} aria-label={label} className="w-full border-b border-line @max-2xl:block">
        <thead {...tableRoles.rows} className="@max-2xl:sr-only">
          <tr {...tableRoles.row}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} address={address} defaultSort={defaultSort} />
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.rows} className={classNames('figures', '@max-2xl:block')}>
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              leadKey={lead?.key}
              href={rowHref?.(row)}
              open={openKey !== undefined && rowKey(row) === openKey}
            />
          ))}
        </tbody>
      </table>
    </RowKeys>
  )
}
