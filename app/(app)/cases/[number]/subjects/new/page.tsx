import { SubjectFields } from '@/components/cases/subject-fields'
import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'
import { addSubjectAction } from '@/lib/cases/actions'
import { whyNot } from '@/lib/cases/policy'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export default async function NewSubjectPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const standing = await caseStanding(actor, { number })
  return (
    <Section title="Add a subject" lead="The organisation or person that is suspected. Accounts are added next.">
      <Form
        action={addSubjectAction}
        submit="Add the subject"
        hidden={{ number }}
        whyNot={whyNot(actor, 'edit', standing)}
        beside={<LinkButton href={`/cases/${number}`}>Cancel</LinkButton>}
      >
        <SubjectFields />
      </Form>
    </Section>
  )
}
