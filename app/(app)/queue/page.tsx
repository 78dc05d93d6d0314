import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { queueColumns } from '@/components/review/queue-columns'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { reviewQueue } from '@/lib/cases/docket'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Queue' }

export default async function QueuePage() {
  const actor = await requireActor()
  const rows = await reviewQueue(actor)
  return (
    <Page width="wide">
      <PageHead title="Queue" facts="Submitted and in review: oldest first within severity." />
      <DataTable
        label="Cases that wait for a decision"
        columns={queueColumns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ number }) => `/cases/${number}/review`}
        empty={<EmptyState title="Nothing waits for review">A case appears here when its owner submits it.</EmptyState>}
      />
    </Page>
  )
}
