import type { ReactNode } from 'react'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import type { ReferenceSetRow } from '@/lib/calibration/queries'

const columns: Column<ReferenceSetRow>[] = [
  { key: 'name', label: 'Name', lead: true, width: 'w-full', cell: ({ name }) => name },
  { key: 'models', label: 'Models', align: 'end', cell: ({ models }) => models },
  { key: 'version', label: 'Version', align: 'end', cell: ({ version }) => version },
  { key: 'calibrations', label: 'Profiles', align: 'end', cell: ({ calibrations }) => calibrations },
  { key: 'made', label: 'Made', cell: ({ createdAt }) => <Time at={createdAt} /> },
]

/** All reference sets; a row opens one. */
export function ReferenceSets({ sets, make }: { sets: ReferenceSetRow[]; make: ReactNode }) {
  return (
    <DataTable
      label="Reference sets"
      columns={columns}
      rows={sets}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/calibration/${id}`}
      empty={
        <EmptyState title="No reference set yet" action={make}>
          Ten models or more whose relations are documented, with answers to two hundred prompts or more.
        </EmptyState>
      }
    />
  )
}
