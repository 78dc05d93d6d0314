import { formatDate } from '@/lib/platform/format-time'

/** The days in force. Days have no time zone, so they are shown as they were entered. */
export function InForce({ from, until }: { from: Date; until: Date | null }) {
  return (
    <span className="figures text-ink-2">
      {formatDate(from, 'UTC')} – {until ? formatDate(until, 'UTC') : 'in force'}
    </span>
  )
}
