import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'
import { changeFactsAction } from '@/lib/cases/actions'
import { whyNot } from '@/lib/cases/policy'
import { caseHead } from '@/lib/cases/queries'
import { severities, severityNames } from '@/lib/cases/schema'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export default async function EditCasePage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const [head, standing] = await Promise.all([caseHead(actor, number), caseStanding(actor, { number })])
  return (
    <Section title="Edit the facts">
      <Form
        action={changeFactsAction}
        submit="Save"
        hidden={{ number, version: head.editVersion }}
        whyNot={whyNot(actor, 'edit', standing)}
        beside={<LinkButton href={`/cases/${number}`}>Cancel</LinkButton>}
      >
        <TextField name="title" label="Title" defaultValue={head.title} maxLength={200} />
        <Select
          name="severity"
          label="Severity"
          defaultValue={head.severity}
          hint="High needs two approvals."
          options={severities.map((value) => ({ value, label: severityNames[value] }))}
        />
        <TextArea
          name="facts"
          label="What happened"
          look="reading"
          rows={12}
          defaultValue={head.facts}
          hint="Observation, inference and attribution apart; a blank line starts a paragraph."
        />
      </Form>
    </Section>
  )
}
