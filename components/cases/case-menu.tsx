import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import type { MenuItem } from '@/components/ui/menu-entry'
import { restrictCaseAction, unrestrictCaseAction } from '@/lib/cases/actions'
import { type CaseStanding, type CaseVerb, offer, type Who } from '@/lib/cases/policy'
import type { FormAction } from '@/lib/platform/action-result'
import { reopenCaseAction, revokeApprovalAction, withdrawCaseAction } from '@/lib/review/actions'

type Given = { actor: Who; number: string; standing: CaseStanding }
type Reasoned = { verb: CaseVerb; label: string; submit: string; action: FormAction; hint: string }

/** Everything else one can do with a case, each able to say why not. */
export function caseMenu({ actor, number, standing }: Given): MenuItem[] {
  const reasoned = ({ verb, label, submit, action, hint }: Reasoned): MenuItem => ({
    label,
    whyNot: offer(actor, verb, standing),
    dialog: {
      title: label,
      children: (
        <Form action={action} submit={submit} hidden={{ number }}>
          <TextArea name="reason" label="Reason" hint={hint} rows={3} />
        </Form>
      ),
    },
  })
  return [
    { label: 'Export the summary', href: `/cases/${number}/summary`, whyNot: offer(actor, 'export', standing) },
    { label: 'People of this case', href: `/cases/${number}/people` },
    ...menuOf(standing).map(reasoned),
  ]
}

function menuOf({ state, restricted }: CaseStanding): Reasoned[] {
  const hint = 'It goes into the record.'
  const items: Reasoned[] = []
  if (state === 'SUBMITTED')
    items.push({
      verb: 'withdraw',
      label: 'Withdraw the submission…',
      submit: 'Withdraw',
      action: withdrawCaseAction,
      hint,
    })
  if (state === 'APPROVED')
    items.push({ verb: 'revoke', label: 'Revoke the approval…', submit: 'Revoke', action: revokeApprovalAction, hint })
  if (state === 'DISMISSED')
    items.push({ verb: 'reopen-dismissed', label: 'Reopen…', submit: 'Reopen', action: reopenCaseAction, hint })
  if (state === 'CLOSED')
    items.push({ verb: 'reopen-closed', label: 'Reopen…', submit: 'Reopen', action: reopenCaseAction, hint })
  if (restricted)
    items.push({
      verb: 'restrict',
      label: 'Lift the restriction…',
      submit: 'Lift',
      action: unrestrictCaseAction,
      hint: 'Everybody whose role allows it will see the case again.',
    })
  else
    items.push({
      verb: 'restrict',
      label: 'Restrict to members…',
      submit: 'Restrict',
      action: restrictCaseAction,
      hint: 'Only members will see that this case exists.',
    })
  return items
}
