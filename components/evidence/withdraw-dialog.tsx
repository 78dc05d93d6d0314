import { ReasonField } from '@/components/cases/reason-field'
import { Form } from '@/components/form/form'
import { Dialog } from '@/components/ui/dialog'
import { withdrawAction } from '@/lib/evidence/actions'
import type { Offer } from '@/lib/platform/offer'

/** Takes the item out of the evidence, with a reason that stays. */
export function WithdrawDialog({ evidenceId, whyNot }: { evidenceId: string; whyNot: Offer }) {
  return (
    <Dialog
      trigger="Withdraw"
      whyNot={whyNot}
      title="Withdraw this evidence"
      description="Analyses and exports will leave it out and approvals of the case go stale. Its hash and history stay in the record; it cannot be put back, only added again."
    >
      <Form action={withdrawAction} submit="Withdraw evidence" tone="danger" hidden={{ evidenceId }}>
        <ReasonField />
      </Form>
    </Dialog>
  )
}
