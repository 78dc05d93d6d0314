import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { EventLines } from '@/components/record/event-lines'
import { recordFilters } from '@/components/record/record-filters'
import { FilterChips } from '@/components/table/filter-chips'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, firstValueOf, type SearchParams } from '@/components/table/search-params'
import { TableBar } from '@/components/table/table-bar'
import { Hash } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { chainHead, recordedEvents } from '@/lib/custody/queries'
import { readSequence } from '@/lib/custody/sequence'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Record' }

const path = '/record'

export default async function RecordPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor()
  const params = await searchParams
  const before = readSequence(firstValueOf(params, 'before'))
  const [head, { events, more }] = await Promise.all([
    chainHead(actor),
    recordedEvents(actor, { type: firstValueOf(params, 'type'), before }),
  ])
  return (
    <Page width="wide">
      <PageHead
        title="Record"
        facts={
          head && (
            <>
              {head.seq.toLocaleString('en')} events, head{' '}
              <Hash value={`${head.seq}:${head.hash}`} length={16} label="head of the chain" />
            </>
          )
        }
      />
      <div className="space-y-4">
        <TableBar
          count={null}
          noun="event"
          filters={<FilterChips filters={recordFilters} path={path} params={params} />}
        />
        {events.length === 0 && (
          <EmptyState title="No event here">The record holds everything that was done and that you may see.</EmptyState>
        )}
        <EventLines events={events} withCase />
        <KeysetPages
          previousHref={before === undefined ? null : addressWith(path, params, { before: null })}
          nextHref={more ? addressWith(path, params, { before: String(events.at(-1)?.seq) }) : null}
        />
      </div>
    </Page>
  )
}
