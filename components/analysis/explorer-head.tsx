import Link from 'next/link'
import { addressWith, type SearchParams } from '@/components/table/search-params'

type Props = { path: string; params: SearchParams; all: boolean; chooseAll: (() => void) | null }

const columns: { label: string; sort?: string; end?: boolean }[] = [
  { label: 'Time', sort: 'time' },
  { label: 'Account', sort: 'account' },
  { label: 'Model' },
  { label: 'Status', end: true },
  { label: 'Input', sort: 'input_tokens', end: true },
  { label: 'Output', sort: 'output_tokens', end: true },
  { label: 'Latency', sort: 'latency', end: true },
  { label: 'Prompt' },
  { label: 'Response' },
]

/** The heads of the explorer's columns; those that sort turn round when pressed again. */
export function ExplorerHead({ path, params, all, chooseAll }: Props) {
  const sort = [params.sort].flat()[0] ?? 'time'
  return (
    <thead className="font-sans text-ink-3">
      <tr>
        {chooseAll && <ChooseAll all={all} chooseAll={chooseAll} />}
        {columns.map(({ label, sort: name, end }) => {
          const up = sort === name
          const down = sort === `-${name}`
          const href = addressWith(path, params, { sort: up ? `-${name}` : (name ?? null), after: null, row: null })
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
