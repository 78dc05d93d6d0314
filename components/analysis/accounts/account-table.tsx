import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { AccountLine } from '@/lib/analysis/dataset/account-queries'
import { formatCount } from '@/lib/platform/format-number'

const moment = (at: string | null) => (at === null ? 'no time' : <Time at={at} />)

const columns: Column<AccountLine>[] = [
  {
    key: 'account',
    label: 'Account',
    lead: true,
    width: 'w-full',
    cell: ({ account }) => <span className="font-mono text-sm break-all">{account || 'none named'}</span>,
  },
  { key: 'rows', label: 'Rows', align: 'end', cell: ({ rows }) => formatCount(rows) },
  {
    key: 'tokens',
    label: 'Output tokens',
    align: 'end',
    cell: ({ outputTokens }) => (outputTokens === null ? '–' : formatCount(outputTokens)),
  },
  { key: 'plan', label: 'Plan', cell: ({ plan }) => plan ?? '–' },
  { key: 'first', label: 'First', cell: ({ first }) => moment(first) },
  { key: 'last', label: 'Last', cell: ({ last }) => moment(last) },
  {
    key: 'text',
    label: 'Text',
    cell: ({ readable }) => {
      if (readable === null) return <span className="text-ink-3">masked</span>
      return <Badge tone="info">{readable === 'subject' ? 'Subject’s' : 'shown to you'}</Badge>
    },
  },
]

/** Accounts of a log by rows; each leads to its page. */
export function AccountTable({ lines, base }: { lines: AccountLine[]; base: string }) {
  return (
    <DataTable
      label="Accounts"
      columns={columns}
      rows={lines}
      rowKey={({ account }) => account}
      rowHref={({ account }) => `${base}/accounts/view?name=${encodeURIComponent(account)}`}
      empty={<EmptyState title="No account matches">Search for another part of its name.</EmptyState>}
    />
  )
}
