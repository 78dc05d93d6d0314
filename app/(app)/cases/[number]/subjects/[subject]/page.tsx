import { SubjectAccounts } from '@/components/cases/subject-accounts'
import { SubjectFields } from '@/components/cases/subject-fields'
import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
import { firstValueOf, type SearchParams } from '@/components/table/search-params'
import { Dialog } from '@/components/ui/dialog'
import { changeSubjectAction, removeSubjectAction } from '@/lib/cases/actions'
import { whyNot } from '@/lib/cases/policy'
import { caseSubject, subjectAccounts } from '@/lib/cases/queries'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string; subject: string }>; searchParams: Promise<SearchParams> }

export default async function SubjectPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ number, subject: id }, query] = [await params, await searchParams]
  const [subject, standing] = await Promise.all([
    caseSubject(actor, { number, subjectId: id }),
    caseStanding(actor, { number }),
  ])
  const whyNotEdit = whyNot(actor, 'edit', standing)
  const accounts = await subjectAccounts(actor, {
    subjectId: id,
    after: firstValueOf(query, 'after'),
    q: firstValueOf(query, 'q'),
  })
  const base = `/cases/${number}`
  return (
    <Section
      title={subject.name}
      lead={subject.note || undefined}
      actions={
        <>
          <Dialog trigger="Edit" size="sm" title="Edit the subject" whyNot={whyNotEdit}>
            <Form action={changeSubjectAction} submit="Save" hidden={{ subjectId: id }}>
              <SubjectFields subject={subject} />
            </Form>
          </Dialog>
          <Dialog trigger="Remove" size="sm" title={`Remove ${subject.name}?`} whyNot={whyNotEdit}>
            <Form
              action={removeSubjectAction}
              submit="Remove the subject"
              tone="danger"
              hidden={{ subjectId: id }}
              to={base}
            >
              <p>The record keeps that it was here.</p>
            </Form>
          </Dialog>
        </>
      }
    >
      <SubjectAccounts
        path={`${base}/subjects/${id}`}
        params={query}
        page={accounts}
        total={subject._count.accounts}
        whyNotEdit={whyNotEdit}
      />
    </Section>
  )
}
