import { DateField } from '@/components/form/date-field'
import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/lib/platform/action-result'
import { type ClauseDraft, ClauseFields } from './clause-fields'

type Given = {
  label: string
  text: string
  source: string
  inForceFrom: Date
  inForceUntil: Date | null
  clauses: ClauseDraft[]
}

type Props = {
  action: FormAction
  hidden: Record<string, string>
  submit: string
  back: string
  version?: Given
  whyNot: string | null
}

const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10)

/** A version of terms: its days in force, its text, and the clauses that claims can name. */
export function VersionForm({ action, hidden, submit, back, version, whyNot }: Props) {
  return (
    <Form
      action={action}
      submit={submit}
      hidden={hidden}
      whyNot={whyNot}
      beside={<LinkButton href={back}>Cancel</LinkButton>}
    >
      <TextField
        name="label"
        label="Version"
        hint="Its date or number as the document states it."
        defaultValue={version?.label}
      />
      <DateField name="inForceFrom" label="First day in force" defaultValue={day(version?.inForceFrom)} />
      <DateField
        name="inForceUntil"
        label="Last day in force"
        optional
        hint="Leave empty while it is in force."
        defaultValue={day(version?.inForceUntil)}
      />
      <TextField name="source" label="Where the text was taken from" optional defaultValue={version?.source} />
      <TextArea name="text" label="Whole text" look="reading" rows={10} defaultValue={version?.text} />
      <ClauseFields clauses={version?.clauses ?? []} />
    </Form>
  )
}
