import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { addFindingAction } from '@/lib/analysis/actions'
import type { FindingProposal } from '@/lib/analysis/findings/finding-proposal'
import type { Offer } from '@/lib/platform/offer'

type Props = {
  number: string
  runId: string
  findingKey: string
  proposal: FindingProposal
  whyNot: Offer
  /** The finding that this is already, or null. */
  addedAs: string | null
}

/** Puts one result into the case with the proposed sentence, which the analyst may rewrite; or leads to the finding it is. */
export function AddFinding({ number, runId, findingKey, proposal, whyNot, addedAs }: Props) {
  if (addedAs) {
    return (
      <LinkButton href={`/cases/${number}/findings#finding-${addedAs}`} size="sm">
        Is a finding of the case
      </LinkButton>
    )
  }
  return (
    <Dialog
      trigger="Add as finding"
      size="sm"
      title="Add as finding"
      description="The sentence states what was measured, against whom, and what is not known. Rewrite it as you would sign it."
      whyNot={whyNot}
      wide
    >
      <Form action={addFindingAction} hidden={{ number, runId, key: findingKey }} submit="Add finding">
        <TextField name="title" label="Title" defaultValue={proposal.title} maxLength={200} />
        <TextArea name="statement" label="Statement" defaultValue={proposal.statement} rows={8} look="reading" />
      </Form>
    </Dialog>
  )
}
