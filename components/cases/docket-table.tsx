import { DataTable } from '@/components/table/data-table'
import { type Filter, FilterChips } from '@/components/table/filter-chips'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { TableBar } from '@/components/table/table-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { docket } from '@/lib/cases/docket'
import { severities, severityNames } from '@/lib/cases/schema'
import { caseStates, stateNames } from '@/lib/cases/states'
import type { Offer } from '@/lib/platform/offer'
import { docketColumns } from './docket-columns'

type Props = {
  page: Awaited<ReturnType<typeof docket>>
  params: SearchParams
  /** Owners to filter by. */
  owners: { id: string; name: string }[]
  /** Why the person may not file a case, or null. */
  whyNotFile: Offer
}

const path = '/cases'

/** The docket with its filters, sort and pages, all in the address. */
export function DocketTable({ page, params, owners, whyNotFile }: Props) {
  const filters: Filter[] = [
    { name: 'state', label: 'State', options: caseStates.map((value) => ({ value, label: stateNames[value] })) },
    {
      name: 'severity',
      label: 'Severity',
      options: severities.map((value) => ({ value, label: severityNames[value] })),
    },
    {
      name: 'owner',
      label: 'Owner',
      single: true,
      options: [{ value: 'me', label: 'Me' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))],
    },
  ]
  return (
    <div className="space-y-4">
      <TableBar
        count={page.matches}
        atLeast={page.more}
        noun="case"
        filters={<FilterChips filters={filters} path={path} params={params} />}
      />
      <DataTable
        label="Cases"
        columns={docketColumns}
        rows={page.rows}
        rowKey={({ id }) => id}
        rowHref={({ number }) => `${path}/${number}`}
        address={{ path, params }}
        defaultSort="-updated"
        empty={<NoCases filtered={Object.keys(params).length > 0} whyNotFile={whyNotFile} />}
      />
      <KeysetPages
        previousHref={page.before && addressWith(path, params, { before: page.before, after: null })}
        nextHref={page.after && addressWith(path, params, { after: page.after, before: null })}
      />
    </div>
  )
}

function NoCases({ filtered, whyNotFile }: { filtered: boolean; whyNotFile: Offer }) {
  if (filtered) {
    return (
      <EmptyState title="No case matches" action={<LinkButton href={path}>Clear search and filters</LinkButton>}>
        Search finds the start of a number or account, and any part of a title or subject.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No case is open to you yet"
      action={
        <LinkButton href="/cases/new" tone="primary" whyNot={whyNotFile}>
          File a case
        </LinkButton>
      }
    >
      A case is one investigation: who did what, under which clause, shown by which rows.
    </EmptyState>
  )
}
