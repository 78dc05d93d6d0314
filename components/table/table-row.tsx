import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import type { Column } from './column'
import { tableRoles } from './table-roles'

type Props<Row> = { row: Row; columns: Column<Row>[]; leadKey?: string; href?: string; open: boolean }

const listRow =
  '@max-2xl:grid @max-2xl:grid-cols-2 @max-2xl:gap-x-4 @max-2xl:gap-y-0.5 @max-2xl:border-t @max-2xl:border-line @max-2xl:px-3 @max-2xl:py-3'

/** One row; where it is narrow, an entry of a list with the label before each value. */
export function TableRow<Row>({ row, columns, leadKey, href, open }: Props<Row>) {
  return (
    <tr
      {...tableRoles.row}
      aria-current={open || undefined}
      className={classNames(
        'group relative @2xl:border-b @2xl:border-line @2xl:last:border-b-0',
        listRow,
        href && 'has-[a[data-row-link]:hover]:bg-wash',
        open && 'bg-accent-soft',
      )}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} lead={column.key === leadKey} href={href} />
      ))}
    </tr>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; lead: boolean; href?: string }

function Cell<Row>({ column, row, lead, href }: CellProps<Row>) {
  const content = column.cell(row)
  const labelled = !lead && !column.hideLabel
  return (
    <td
      {...tableRoles.cell}
      data-label={labelled ? column.label : undefined}
      className={classNames(
        'px-3 py-2 align-baseline',
        column.wideOnly ? '@max-6xl:hidden' : '@max-2xl:flex',
        '@max-2xl:min-w-0 @max-2xl:gap-1.5 @max-2xl:p-0 @max-2xl:text-left @max-2xl:wrap-anywhere',
        labelled &&
          '@max-2xl:before:shrink-0 @max-2xl:before:text-sm @max-2xl:before:text-ink-3 @max-2xl:before:content-[attr(data-label)]',
        (lead || column.listWide) && '@max-2xl:col-span-2',
        (lead || column.named) && 'wrap-anywhere',
        lead && '@2xl:min-w-56 @max-2xl:order-first @max-2xl:pb-0.5',
        column.align === 'end' && 'text-right @2xl:whitespace-nowrap',
      )}
    >
      {lead && href ? (
        <Link
          href={href}
          // A table has many rows and one of them is opened: fetching all ahead costs the server a page each.
          prefetch={false}
          data-row-link
          className="font-medium text-ink outline-none after:absolute after:inset-0 after:content-[''] focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {content}
        </Link>
      ) : (
        content
      )}
    </td>
  )
}
