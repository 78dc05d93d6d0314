import type { ReactNode } from 'react'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { Bytes } from '@/components/ui/bytes'
import { Hash } from '@/components/ui/code'
import { Time } from '@/components/ui/time'
import type { EvidenceListed } from '@/lib/evidence/queries'
import { kindNames } from '@/lib/evidence/schema'
import { formatCount } from '@/lib/platform/format-number'
import { EvidenceState } from './evidence-state'

const nothing = <span className="text-ink-3">–</span>

const columns: Column<EvidenceListed>[] = [
  {
    key: 'name',
    label: 'Name',
    lead: true,
    width: 'min-w-44',
    cell: ({ name, kind }) => <Name name={name} kind={kind} />,
  },
  { key: 'state', label: 'State', width: 'min-w-44', listWide: true, cell: (item) => <EvidenceState item={item} /> },
  { key: 'size', label: 'Size', align: 'end', cell: ({ size }) => <Bytes value={size} /> },
  { key: 'rows', label: 'Rows', align: 'end', cell: ({ dataset }) => (dataset ? <Rows {...dataset} /> : nothing) },
  {
    key: 'span',
    label: 'Span',
    listWide: true,
    cell: ({ dataset }) => <Span from={dataset?.from} until={dataset?.until} />,
  },
  { key: 'sha256', label: 'SHA-256', cell: ({ sha256 }) => (sha256 ? <Hash value={sha256} length={8} /> : nothing) },
  { key: 'custody', label: 'Custody', align: 'end', cell: ({ custody }) => formatCount(custody) },
  { key: 'added', label: 'Added', cell: ({ addedAt, addedBy }) => <Added at={addedAt} by={addedBy.name} /> },
]

/** All evidence of a case; a row leads to the item. */
export function EvidenceTable({
  rows,
  caseNumber,
  empty,
}: {
  rows: EvidenceListed[]
  caseNumber: string
  empty: ReactNode
}) {
  return (
    <DataTable
      label="Evidence"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/cases/${caseNumber}/evidence/${id}`}
      empty={empty}
    />
  )
}

function Name({ name, kind }: Pick<EvidenceListed, 'name' | 'kind'>) {
  return (
    <span className="block">
      <span className="wrap-anywhere">{name}</span>
      <span className="block text-sm font-normal text-ink-3">{kindNames[kind]}</span>
    </span>
  )
}

function Rows({ rows, rejected }: { rows: number; rejected: number }) {
  return (
    <span className="block">
      {formatCount(rows)}
      {rejected > 0 && <span className="block text-sm text-warn">{formatCount(rejected)} rejected</span>}
    </span>
  )
}

function Span({ from, until }: { from?: Date | null; until?: Date | null }) {
  if (!from || !until) return nothing
  if (until.getTime() - from.getTime() < 1000) return <Time at={from} show="date" />
  return (
    <span className="whitespace-nowrap">
      <Time at={from} show="date" /> – <Time at={until} show="date" />
    </span>
  )
}

function Added({ at, by }: { at: Date; by: string }) {
  return (
    <span className="block">
      <Time at={at} />
      <span className="block text-sm text-ink-3">{by}</span>
    </span>
  )
}
