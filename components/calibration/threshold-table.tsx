import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { figure } from '@/lib/analysis/figures'
import type { CalibrationFigures, CalibrationProfile, CountedShare } from '@/lib/comparison/weights/calibration-profile'
import { formatShare } from '@/lib/platform/format-number'

type Row = CalibrationFigures['thresholds'][number]

const counted = ({ count, total, interval: [low, high] }: CountedShare) => (
  <>
    {count} of {total}{' '}
    <span className="text-sm text-ink-3">
      ({formatShare(count / Math.max(1, total))}; {formatShare(low)} to {formatShare(high)})
    </span>
  </>
)

const columns: Column<Row>[] = [
  { key: 'at', label: 'log10 LR at or above', lead: true, cell: ({ log10LR }) => figure(log10LR) },
  {
    key: 'false',
    label: 'Unrelated (false positives)',
    align: 'end',
    listWide: true,
    cell: ({ unrelated }) => counted(unrelated),
  },
  { key: 'true', label: 'Documented students', align: 'end', listWide: true, cell: ({ related }) => counted(related) },
]

/** False positives by threshold, with exact 95 % limits over comparisons, and what they would cost. */
export function ThresholdTable({ profile }: { profile: CalibrationProfile }) {
  return (
    <DataTable
      label="False positives by threshold"
      columns={columns}
      rows={profile.figures.thresholds}
      rowKey={({ log10LR }) => String(log10LR)}
      empty={null}
    />
  )
}
