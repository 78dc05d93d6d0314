import { SubjectAccounts } from '@/components/cases/subject-accounts'
import { SubjectChanges } from '@/components/cases/subject-changes'
import { Section } from '@/components/layout/section'
import { firstValueOf, type SearchParams } from '@/components/table/search-params'
import { offer } from '@/lib/cases/policy'
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
  const whyNotEdit = offer(actor, 'edit', standing)
  const accounts = await subjectAccounts(actor, {
    subjectId: id,
    after: firstValueOf(query, 'after'),
    q: firstValueOf(query, 'q'),
  })
  const base = `/cases/${number}`
  return (
    <Section
      title={subject.name}
      mark={subject.kind === 'PERSON' ? 'person' : 'organisation'}
      lead={subjectLead(subject)}
      actions={<SubjectChanges subject={subject} back={base} whyNotEdit={whyNotEdit} />}
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

function subjectLead({ models, note }: { models: string[]; note: string }) {
  const suspected = models.length > 0 ? `Suspected models: ${models.join(', ')}. ` : ''
  return `${suspected}${note}`.trim() || undefined
}
