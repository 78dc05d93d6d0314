import { formatDate } from '@/lib/platform/format-time'

/** A calendar day as it was entered; days have no time zone, so no reader's zone moves them. */
export function Day({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString().slice(0, 10)} className="figures whitespace-nowrap">
      {formatDate(at, 'UTC')}
    </time>
  )
}
