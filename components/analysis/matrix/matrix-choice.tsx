import { addressWith, type SearchParams } from '@/components/table/search-params'
import { Tabs } from '@/components/ui/tabs'
import type { AddressSpan } from '@/lib/analysis/dataset/span-address'

type Props = { path: string; params: SearchParams; span: AddressSpan | null }

const none = { page: null, account: null, cluster: null, signal: null, sort: null }

/** Whether the matrix lists accounts or clusters, and what a chosen span does to it. */
export function MatrixChoice({ path, params, span }: Props) {
  const accounts = addressWith(path, params, { ...none, by: null })
  const clusters = addressWith(path, params, { ...none, by: 'cluster' })
  const byCluster = [params.by].flat()[0] === 'cluster'
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <Tabs
        label="What the matrix lists"
        current={byCluster ? clusters : accounts}
        tabs={[
          { href: accounts, label: 'By account' },
          { href: clusters, label: 'By cluster' },
        ]}
      />
      {span && (
        <p className="text-sm text-ink-2">
          {byCluster
            ? 'Clusters are of the whole log.'
            : 'Accounts with a request in the chosen span; their values are of the whole log.'}
        </p>
      )}
    </div>
  )
}
