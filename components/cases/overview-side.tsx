import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { CaseHead } from '@/lib/cases/queries'
import { isEditable } from '@/lib/cases/states'
import type { OpenPoint } from '@/lib/review/readiness'

type Props = { head: CaseHead; points: OpenPoint[]; hash: string }

/** What is still open, who is in the case, and the snapshot as it would be taken now. */
export function OverviewSide({ head, points, hash }: Props) {
  const base = `/cases/${head.number}`
  return (
    <>
      {isEditable(head.state) && (
        <Section title="Open before submission" mark={points.length || undefined}>
          {points.length === 0 && <p className="text-ink-2">Nothing. The owner can submit the case.</p>}
          <ul className="space-y-2">
            {points.map(({ sentence, place }) => (
              <li key={sentence} className="border-l-2 border-warn pl-3">
                {place ? <TextLink href={`${base}/${place}`}>{sentence}</TextLink> : sentence}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Standing">
        <DescriptionList
          items={[
            { term: 'Filed', value: <Time at={head.createdAt} /> },
            { term: 'Filed by', value: head.filer.name },
            { term: 'Owner', value: head.owner.name },
            ...(head.submittedAt ? [{ term: 'Submitted', value: <Time at={head.submittedAt} /> }] : []),
            ...(head.reviewer ? [{ term: 'Reviewer', value: head.reviewer.name }] : []),
            ...(head.outcome ? [{ term: 'Outcome', value: <Outcome head={head} /> }] : []),
            { term: 'Snapshot', value: <Hash value={hash} label="snapshot SHA-256" /> },
          ]}
        />
      </Section>
    </>
  )
}

function Outcome({ head: { outcome, outcomeNote } }: { head: CaseHead }) {
  return (
    <>
      <span className="inline-block first-letter:uppercase">{outcome?.replaceAll('-', ' ')}</span>
      {outcomeNote && <span className="block font-serif whitespace-pre-line">{outcomeNote}</span>}
    </>
  )
}
