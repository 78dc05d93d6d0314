import { Hash } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { RecordedLine } from '@/lib/custody/queries'
import { sentenceOf } from '@/lib/custody/sentences'

/** Lines of the record, latest first: when, who, what, from where, and the hash that chains it. */
export function EventLines({ events, withCase }: { events: RecordedLine[]; withCase: boolean }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {events.map((event) => (
        <li
          key={event.seq}
          id={`event-${event.seq}`}
          className="gap-x-6 gap-y-1 py-2.5 max-md:space-y-1 md:grid md:grid-cols-[5rem_10.5rem_minmax(0,1fr)_auto]"
        >
          <span className="figures text-sm text-ink-3 max-md:mr-3">{event.seq}</span>
          <span className="text-sm">
            <Time at={event.at} />
          </span>
          <div className="min-w-0 space-y-0.5">
            <p className="break-words">
              <span className="font-medium">{event.payload?.actor.name ?? event.actor?.name ?? 'Touchstone'}</span>{' '}
              {event.payload ? lowerFirst(sentenceOf(event.type, event.payload.data)) : <Withheld event={event} />}
            </p>
            <p className="text-sm text-ink-3">
              <code className="font-mono">{event.type}</code>
              {event.payload?.from && <> from {event.payload.from}</>}
              {withCase && event.caseNumber && (
                <>
                  {' · '}
                  <TextLink href={`/cases/${event.caseNumber}/record`}>{event.caseNumber}</TextLink>
                </>
              )}
            </p>
          </div>
          <Hash value={event.hash} length={10} label="event hash" />
        </li>
      ))}
    </ol>
  )
}

function Withheld({ event }: { event: RecordedLine }) {
  return (
    <span className="text-ink-3">
      {event.withheld
        ? 'did something in a restricted case; its content is withheld'
        : 'left an event whose content was erased'}
    </span>
  )
}

const lowerFirst = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
