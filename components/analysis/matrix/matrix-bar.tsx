import { SearchBox } from '@/components/analysis/explorer/search-box'
import { FilterChips } from '@/components/table/filter-chips'
import type { SearchParams } from '@/components/table/search-params'
import { TableBar } from '@/components/table/table-bar'

const filters = [
  { name: 'only', label: 'Accounts', single: true, options: [{ value: 'subject', label: 'of the subject' }] },
]

type Props = { found: number; path: string; params: SearchParams }

/** What of the matrix is shown: part of an account's name, or the subject's accounts alone. */
export function MatrixBar({ found, path, params }: Props) {
  const first = (name: string) => [params[name]].flat()[0]
  return (
    <TableBar
      count={found}
      noun="account"
      filters={
        <>
          <SearchBox
            name="q"
            label="Find an account"
            value={first('q')}
            keep={{ sort: first('sort'), only: first('only'), from: first('from'), until: first('until') }}
          />
          <FilterChips filters={filters} path={path} params={params} />
        </>
      }
    />
  )
}
