import { Download } from 'lucide-react'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { Bytes } from '@/components/ui/bytes'
import { Hash } from '@/components/ui/code'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { CaseExport } from '@/lib/exports/queries'
import { WatermarkMark } from './watermark-mark'

type Row = CaseExport & { whyNot: string | null }

const columns: Column<Row>[] = [
  { key: 'at', label: 'When', lead: true, width: 'w-44', cell: ({ exportedAt }) => <Time at={exportedAt} /> },
  { key: 'by', label: 'Who', cell: ({ exportedBy }) => exportedBy },
  { key: 'format', label: 'Format', cell: ({ format }) => format },
  { key: 'mark', label: 'Watermark', cell: ({ watermark }) => <WatermarkMark mark={watermark} /> },
  { key: 'event', label: 'As of event', align: 'end', cell: ({ headSeq }) => `#${headSeq}` },
  { key: 'size', label: 'Size', align: 'end', cell: ({ size }) => <Bytes value={size} /> },
  { key: 'hash', label: 'SHA-256', cell: ({ sha256 }) => <Hash value={sha256} /> },
  {
    key: 'again',
    label: 'Download again',
    hideLabel: true,
    cell: ({ id, whyNot }) => (
      <span className="relative z-10">
        <LinkButton
          href={`/api/exports/${id}`}
          size="sm"
          tone="quiet"
          icon={<Download aria-hidden className="size-4" />}
          whyNot={whyNot}
          download
        >
          Download
        </LinkButton>
      </span>
    ),
  },
]

/** The custody of what left the system: every export with who made it, when, and the hash of its bytes. */
export function ExportList({ exports, whyNot }: { exports: CaseExport[]; whyNot: string | null }) {
  const rows = exports.map((one) => ({ ...one, whyNot }))
  const none = <p className="text-ink-2">Nothing has been exported yet.</p>
  return <DataTable label="Earlier exports" columns={columns} rows={rows} rowKey={({ id }) => id} empty={none} />
}
