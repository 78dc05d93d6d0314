import type { SearchParams } from '@/components/table/search-params'
import { TableBar } from '@/components/table/table-bar'
import { LinkButton } from '@/components/ui/link-button'
import { downloadLimit } from '@/lib/analysis/explorer/download-limit'
import { type ExplorerAddress, filterFields } from '@/lib/analysis/explorer/explorer-address'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { ColumnMenu } from './column-menu'
import { ExplorerChips } from './explorer-chips'
import { ExplorerQuery } from './explorer-query'

type Props = { address: ExplorerAddress; count: number | null; path: string; params: SearchParams; datasetId: string }

/** The query bar: what is filtered, how many rows match (null while they are searched), and their download with its limit stated. */
export function ExplorerBar({ address, count, path, params, datasetId }: Props) {
  const query = new URLSearchParams(address.chips.map(({ name, value }) => [name, value]))
  query.set('sort', `${address.sort.direction === 'desc' ? '-' : ''}${address.sort.sort}`)
  const first = `first ${formatCount(downloadLimit)} rows`
  const amount = count === null || count > downloadLimit ? first : formatAmount(count, 'row')
  return (
    <div className="space-y-3">
      <ExplorerQuery
        fields={filterFields}
        path={path}
        params={params}
        suggestions={`/api/datasets/${datasetId}/values`}
      />
      <TableBar
        count={count}
        noun="row"
        filters={<ExplorerChips chips={address.chips} path={path} params={params} />}
        actions={
          <>
            <ColumnMenu chosen={address.columns} path={path} params={params} />
            <LinkButton
              href={`/api/datasets/${datasetId}/rows?${query}`}
              size="sm"
              download
              whyNot={count === 0 ? 'No row matches.' : null}
            >
              Download {amount} as CSV
            </LinkButton>
          </>
        }
      />
      <p className="text-sm text-ink-3">
        Text of accounts that are not the subject’s is masked here and in the download. Each download goes into the
        record.
      </p>
    </div>
  )
}
