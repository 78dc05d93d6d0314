import { AddAccounts } from '@/components/cases/add-accounts'
import { Section } from '@/components/layout/section'
import { whyNot } from '@/lib/cases/policy'
import { caseSubject } from '@/lib/cases/queries'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string; subject: string }> }

export default async function AddAccountsPage({ params }: Props) {
  const actor = await requireActor()
  const { number, subject: subjectId } = await params
  const [subject, standing] = await Promise.all([
    caseSubject(actor, { number, subjectId }),
    caseStanding(actor, { number }),
  ])
  return (
    <Section
      title={`Add accounts of ${subject.name}`}
      lead="One identifier per line, or the first column of a CSV. You see what would be added before anything changes."
    >
      <AddAccounts
        subjectId={subjectId}
        back={`/cases/${number}/subjects/${subjectId}`}
        whyNot={whyNot(actor, 'edit', standing)}
      />
    </Section>
  )
}
