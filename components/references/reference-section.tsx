import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import type { Offer } from '@/lib/platform/offer'
import type { ReferenceShown } from '@/lib/references/queries'
import type { ReferenceKindName } from '@/lib/references/schema'
import { ImportReference } from './import-reference'
import { ReferenceList } from './reference-list'

const words = {
  PROMPT_SET: {
    title: 'Prompt sets',
    lead: 'Benchmarks, published question lists and sets of your own. The signal “Corpus walk” looks for accounts that run through one of them.',
    none: 'No prompt set yet',
    purpose:
      'A question that stands in a public list was not thought of by the customer. With the list here, an analysis says which account asks it from front to back.',
  },
  RELEASE_CALENDAR: {
    title: 'Release calendars',
    lead: 'When models came out. The signal “New-model pivot” reads them; a log does not say it.',
    none: 'No release calendar yet',
    purpose: 'With the days on which models came out, an analysis says who moved to one within a day.',
  },
} as const

type Props = { kind: ReferenceKindName; references: ReferenceShown[]; whyNot: Offer }

/** One kind of reference data: what it is for, what there is, and the way in. */
export function ReferenceSection({ kind, references, whyNot }: Props) {
  const { title, lead, none, purpose } = words[kind]
  const way = <ImportReference kind={kind} whyNot={whyNot} />
  if (references.length === 0) {
    return (
      <Section title={title} lead={lead}>
        <EmptyState title={none} action={way}>
          {purpose}
          {whyNot !== null && ' Leads and administrators bring it in: ask one of them.'}
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section title={title} mark={references.length} lead={lead} actions={way}>
      <ReferenceList references={references} whyNot={whyNot} />
    </Section>
  )
}
