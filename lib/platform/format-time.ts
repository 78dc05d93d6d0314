/** Moments as the product writes them: `14 Oct 2024, 09:12` in a zone, exact in UTC. Pure and isomorphic. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function partsIn(moment: Date, zone: string | undefined) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    year: of('year'),
    month: months[Number(of('month')) - 1] ?? '',
    day: of('day'),
    clock: `${of('hour')}:${of('minute')}`,
  }
}

/** Date only: "14 Oct 2024". `zone` is an IANA name; undefined means the zone of the machine. */
export function formatDate(moment: Date, zone?: string): string {
  const { day, month, year } = partsIn(moment, zone)
  return `${day} ${month} ${year}`
}

/** Date and minute: "14 Oct 2024, 09:12". `zone` is an IANA name; undefined means the zone of the machine. */
export function formatMoment(moment: Date, zone?: string): string {
  return `${formatDate(moment, zone)}, ${partsIn(moment, zone).clock}`
}

/** Date and second: "14 Oct 2024, 09:12:33", for lists in which many things happen in one minute. */
export function formatSecond(moment: Date, zone?: string): string {
  return `${formatMoment(moment, zone)}:${String(moment.getUTCSeconds()).padStart(2, '0')}`
}

/** The exact moment: "2024-10-14 09:12:33.120 UTC". */
export function formatExactUtc(moment: Date): string {
  return `${moment.toISOString().replace('T', ' ').replace('Z', '')} UTC`
}

/** How long ago in its largest unit: "3 days", "2 h", "under 1 min". Never negative. */
export function formatAge(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60000))
  if (minutes < 1) return 'under 1 min'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h`
  const days = Math.floor(hours / 24)
  return days === 1 ? '1 day' : `${days} days`
}
