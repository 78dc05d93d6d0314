import Link from 'next/link'
import { addressWith, placeParams, type SearchParams } from '@/components/table/search-params'
import { type ExplorerColumnName, explorerColumns } from '@/lib/analysis/explorer/explorer-columns'

type Props = {
  path: string
  params: SearchParams
  columns: ExplorerColumnName[]
  all: boolean
  chooseAll: (() => void) | null
}

/** The heads of the explorer's columns; those that sort turn round when pressed again. */
export function ExplorerHead({ path, params, columns, all, chooseAll }: Props) {
  const sort = [params.sort].flat()[0] ?? 'time'
  return (
    <thead className="font-sans text-ink-3">
      <tr>
        {chooseAll && <ChooseAll all={all} chooseAll={chooseAll} />}
        {explorerColumns
          .filter(({ name }) => columns.includes(name))
          .map(({ label, sort: name, end }) => {
            const up = sort === name
            const down = sort === `-${name}`
            const href = addressWith(path, params, {
              sort: up ? `-${name}` : (name ?? null),
              ...placeParams,
              row: null,
            })
            return (
              <th
                key={label}
                scope="col"
                aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
                className={`py-2 pr-3 font-medium whitespace-nowrap ${end ? 'text-right' : 'text-left'}`}
              >
                {name ? (
                  <Link href={href} scroll={false} prefetch={false} className="hover:text-ink">
                    {label} {up ? '↑' : down ? '↓' : ''}
                  </Link>
                ) : (
                  label
                )}
              </th>
            )
          })}
      </tr>
    </thead>
  )
}

function ChooseAll({ all, chooseAll }: { all: boolean; chooseAll: () => void }) {
  return (
    <th scope="col" className="w-8 py-2 text-left">
      <input
        type="checkbox"
        checked={all}
        onChange={chooseAll}
        aria-label="Choose all rows of this page"
        className="size-4 accent-accent align-middle"
      />
    </th>
  )
}
