import type { SnapshotChange } from '@/lib/review/snapshot-changes'

/** What differs between two snapshots, before and after side by side. */
export function SnapshotChanges({ changes, open }: { changes: SnapshotChange[]; open: boolean }) {
  return (
    <details open={open} className="space-y-3">
      <summary className="cursor-pointer font-medium">
        {changes.length === 1 ? '1 change' : `${changes.length} changes`} since the snapshot before
      </summary>
      <ul className="divide-y divide-line border-y border-line">
        {changes.map(({ where, before, after }) => (
          <li key={where} className="space-y-1 py-3">
            <p className="font-medium first-letter:uppercase">{where}</p>
            <div className="grid gap-4 text-sm sm:grid-cols-2">
              <Side label="Before" text={before} />
              <Side label="After" text={after} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Side({ label, text }: { label: string; text: string | null }) {
  return (
    <div className="min-w-0">
      <p className="text-ink-3">{label}</p>
      <p className="max-h-64 overflow-y-auto break-words whitespace-pre-line">{text ?? 'Not there'}</p>
    </div>
  )
}
