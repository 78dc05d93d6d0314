import { CiteRow } from '@/components/analysis/cite-row'
import { ExplorerBar } from '@/components/analysis/explorer/explorer-bar'
import { ExplorerRows } from '@/components/analysis/explorer/explorer-rows'
import { RowDetail } from '@/components/analysis/explorer/row-detail'
import { SavedFilters } from '@/components/analysis/explorer/saved-filters'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { Notice } from '@/components/ui/notice'
import { keptQuery } from '@/lib/analysis/explorer/explorer-address'
import { explorerView } from '@/lib/analysis/explorer/explorer-queries'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string }>; searchParams: Promise<SearchParams> }

export default async function ExplorerPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const key = await params
  const asked = await searchParams
  const path = `/cases/${key.number}/datasets/${key.id}/explorer`
  const view = await explorerView(actor, key, asked)
  const { head, address, count, detail, claims, whyNotCite, filters, whyNotKeep } = view
  return (
    <div className="space-y-4">
      <ExplorerBar {...{ address, count, path, params: asked, datasetId: key.id }} />
      <SavedFilters {...{ filters, path, whyNot: whyNotKeep }} query={keptQuery(asked)} datasetId={key.id} />
      {address.problems.map((problem) => (
        <Notice key={problem} tone="warn">
          {problem}
        </Notice>
      ))}
      <ExplorerRows view={view} path={path} params={asked} datasetId={key.id} />
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
