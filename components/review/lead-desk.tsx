import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { Section } from '@/components/layout/section'
import { type CaseStanding, type Who, whyNot } from '@/lib/cases/policy'
import { actOnCaseAction, closeCaseAction } from '@/lib/review/actions'
import { actions, closingOutcomes } from '@/lib/review/schema'

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

type Props = { actor: Who; number: string; standing: CaseStanding }

/** What a lead does after an approval: carry out the action, then close. */
export function LeadDesk(props: Props) {
  if (props.actor.role !== 'LEAD') return null
  if (props.standing.state === 'APPROVED') return <ActionDesk {...props} />
  return props.standing.state === 'ACTIONED' ? <ClosingDesk {...props} /> : null
}

function ActionDesk({ actor, number, standing }: Props) {
  return (
    <Section
      id="act"
      title="Carry out the action"
      lead="The approval must be of the case as it is now, and not your own."
    >
      <Form
        action={actOnCaseAction}
        submit="Carry out the action"
        hidden={{ number }}
        whyNot={whyNot(actor, 'act', standing)}
      >
        <Select name="action" label="Action" prompt="Choose what is done" options={options(actions)} />
        <TextArea
          name="notice"
          label="Notice to the subject"
          look="reading"
          rows={8}
          hint="As it goes out; no placeholder may be left open."
        />
      </Form>
    </Section>
  )
}

function ClosingDesk({ actor, number, standing }: Props) {
  return (
    <Section id="close" title="Close the case">
      <Form
        action={closeCaseAction}
        submit="Close the case"
        hidden={{ number }}
        whyNot={whyNot(actor, 'close', standing)}
      >
        <Select name="outcome" label="Outcome" prompt="Choose an outcome" options={options(closingOutcomes)} />
        <TextArea name="note" label="Closing note" rows={4} />
      </Form>
    </Section>
  )
}
