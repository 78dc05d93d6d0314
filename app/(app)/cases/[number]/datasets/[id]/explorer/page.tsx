import { CiteRow } from '@/components/analysis/cite-row'
import { ExplorerBar } from '@/components/analysis/explorer-bar'
import { ExplorerPages } from '@/components/analysis/explorer-pages'
import { ExplorerTable } from '@/components/analysis/explorer-table'
import { RowDetail } from '@/components/analysis/row-detail'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { explorerView } from '@/lib/analysis/explorer-queries'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string }>; searchParams: Promise<SearchParams> }

export default async function ExplorerPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const path = `/cases/${key.number}/datasets/${key.id}/explorer`
  const view = await explorerView(actor, key, asked)
  const { head, address, count, lines, detail, claims, whyNotCite, nextCursor, previousCursor } = view
  return (
    <div className="space-y-4">
      <ExplorerBar {...{ address, count, path, params: asked, datasetId: key.id }} />
      {address.problems.map((problem) => (
        <Notice key={problem} tone="warn">
          {problem}
        </Notice>
      ))}
      {lines.length === 0 ? (
        <EmptyState title="No row matches">
          Take a filter off. A text is searched only in accounts whose text you may read.
        </EmptyState>
      ) : (
        <ExplorerTable
          key={`${address.cursor} ${address.isBack} ${count}`}
          {...{
            lines,
            path,
            params: asked,
            claims,
            whyNotCite,
            datasetId: key.id,
            openRow: address.row,
            columns: address.columns,
          }}
        />
      )}
      <ExplorerPages {...{ path, params: asked, nextCursor, previousCursor }} />
      {detail && (
        <RowDetail
          detail={detail}
          closeHref={addressWith(path, asked, { row: null })}
          number={key.number}
          whyNotUnmask={head.whyNotUnmask}
          actions={<CiteRow rowId={detail.rowId} datasetId={key.id} claims={claims} whyNot={whyNotCite} />}
        />
      )}
    </div>
  )
}
