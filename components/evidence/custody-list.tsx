import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { Time } from '@/components/ui/time'
import type { CustodyLine } from '@/lib/evidence/custody-lines'
import { custodyAction, custodyResult } from '@/lib/evidence/custody-words'

const columns: Column<CustodyLine>[] = [
  { key: 'at', label: 'When', lead: true, width: 'w-44', cell: ({ at }) => <Time at={at} /> },
  { key: 'what', label: 'What', cell: ({ type }) => custodyAction(type) },
  { key: 'who', label: 'Who', cell: ({ who }) => (who ? `${who.name} (${who.role.toLowerCase()})` : 'erased') },
  { key: 'from', label: 'From where', cell: ({ from }) => from ?? 'this server' },
  {
    key: 'result',
    label: 'Result',
    listWide: true,
    width: 'min-w-64',
    cell: ({ type, data }) => custodyResult(type, data),
  },
  { key: 'seq', label: 'Record', align: 'end', cell: ({ seq }) => `#${seq}` },
]

/** Who had it, when, from where, and what came of it: every touch, oldest first. */
export function CustodyList({ lines }: { lines: CustodyLine[] }) {
  return <DataTable label="Custody" columns={columns} rows={lines} rowKey={({ seq }) => String(seq)} empty={null} />
}
