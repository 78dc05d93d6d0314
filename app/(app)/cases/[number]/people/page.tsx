import { CasePeople } from '@/components/cases/case-people'
import { Section } from '@/components/layout/section'
import { offer } from '@/lib/cases/policy'
import { caseHead, caseMembers } from '@/lib/cases/queries'
import { peopleByRole } from '@/lib/people/queries'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export default async function CasePeoplePage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const head = await caseHead(actor, number)
  const [standing, members, everybody] = await Promise.all([
    caseStanding(actor, { number }),
    caseMembers(actor, head.id),
    peopleByRole(actor, ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER']),
  ])
  return (
    <Section
      title="People of this case"
      lead="Analysts see only cases that they are members of; a restricted case is seen by its members alone."
    >
      <CasePeople
        number={number}
        ownerId={head.ownerId}
        members={members}
        everybody={everybody}
        whyNotAdd={offer(actor, 'add-member', standing)}
        whyNotAssign={offer(actor, 'assign', standing)}
      />
    </Section>
  )
}
