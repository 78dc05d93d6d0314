import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { joinCaseAction } from '@/lib/cases/actions'

/** An administrator reads no case until they let themselves in, which its members see in the record. */
export function JoinCase() {
  return (
    <Section
      title="Let yourself into a case"
      lead="Administrators read no case content. If you must, add yourself as a member; the case’s record says so and why."
    >
      <Form action={joinCaseAction} submit="Join the case" tone="secondary">
        <TextField name="number" label="Case number" mono placeholder="TS-2026-00042" />
        <TextArea name="reason" label="Reason" rows={2} />
      </Form>
    </Section>
  )
}
