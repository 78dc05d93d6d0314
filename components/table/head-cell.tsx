import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { HintText } from '@/components/ui/hint-text'
import type { Column } from './column'
import { addressWith, firstValueOf, placeParams, type SearchParams } from './search-params'
import { tableRoles } from './table-roles'

type Props<Row> = {
  column: Column<Row>
  address?: { path: string; params: SearchParams }
  defaultSort?: string
}

/** The head of a column; a link that sorts by it, or turns the order round, when the column can sort. */
export function HeadCell<Row>({ column, address, defaultSort }: Props<Row>) {
  const end = column.align === 'end'
  const sort = address ? (firstValueOf(address.params, 'sort') ?? defaultSort) : undefined
  const up = column.sort !== undefined && sort === column.sort
  const down = column.sort !== undefined && sort === `-${column.sort}`
  const Arrow = up ? ArrowUp : ArrowDown
  const look = classNames('inline-flex items-baseline gap-1', end && 'flex-row-reverse', column.hideLabel && 'sr-only')
  return (
    <th
      {...tableRoles.head}
      scope="col"
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
      className={classNames(
        'sticky top-0 z-20 h-9 border-b border-line-2 bg-paper px-3 text-sm font-medium text-ink-3',
        !column.wrapHead && 'whitespace-nowrap',
        end ? 'text-right' : 'text-left',
        column.width,
        column.wideOnly && '@max-6xl:hidden',
      )}
    >
      {column.sort && address ? (
        <Link
          href={addressWith(address.path, address.params, {
            sort: up ? `-${column.sort}` : column.sort,
            ...placeParams,
          })}
          scroll={false}
          prefetch={false}
          className={classNames(look, 'hover:text-ink', (up || down) && 'text-ink')}
        >
          {column.label}
          {(up || down) && <Arrow aria-hidden className="size-3.5 self-center" />}
        </Link>
      ) : (
        <span className={look}>{explained(column)}</span>
      )}
    </th>
  )
}

function explained<Row>({ label, hint }: Column<Row>) {
  return hint ? <HintText hint={hint}>{label}</HintText> : label
}
