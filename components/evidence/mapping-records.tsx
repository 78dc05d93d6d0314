import type { MappingPage } from '@/lib/evidence/mapping-page'
import { formatAmount } from '@/lib/platform/format-number'
import { QuietTable } from './quiet-table'

/** The first records of the log as they are, one column for each of their fields. */
export function MappingRecords({ records: { columns, rows, left } }: { records: MappingPage['records'] }) {
  return (
    <div className="space-y-2">
      <QuietTable
        label="First records of the log"
        columns={columns}
        rows={rows.map((cells, key) => ({ key, cells }))}
      />
      {left > 0 && <p className="text-sm text-ink-3">{formatAmount(left, 'further field')} can be chosen below.</p>}
    </div>
  )
}
