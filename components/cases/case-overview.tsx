import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'
import { ProseText } from '@/components/ui/prose'
import type { CaseHead, CaseSubject } from '@/lib/cases/queries'
import type { CaseClaim } from '@/lib/claims/queries'
import type { Offer } from '@/lib/platform/offer'
import { ClaimLines } from './claim-lines'
import { SubjectList } from './subject-list'

type Props = {
  head: CaseHead
  subjects: CaseSubject[]
  claims: CaseClaim[]
  /** Why the reader may not edit now, or null. */
  whyNotEdit: Offer
}

/** What a stranger reads first: what happened, who is suspected, what is claimed. */
export function CaseOverview({ head, subjects, claims, whyNotEdit }: Props) {
  const base = `/cases/${head.number}`
  return (
    <>
      <Section
        title="What happened"
        actions={
          <LinkButton href={`${base}/edit`} size="sm" whyNot={whyNotEdit}>
            Edit
          </LinkButton>
        }
      >
        {head.facts ? (
          <ProseText text={head.facts} />
        ) : (
          <p className="text-ink-3">Nobody has written this yet. Three to six sentences that a stranger understands.</p>
        )}
      </Section>
      <Section
        title="Subjects"
        mark={subjects.length || undefined}
        actions={
          <LinkButton href={`${base}/subjects/new`} size="sm" whyNot={whyNotEdit}>
            Add a subject
          </LinkButton>
        }
      >
        <SubjectList subjects={subjects} base={base} />
      </Section>
      <ClaimLines claims={claims} base={base} />
    </>
  )
}
