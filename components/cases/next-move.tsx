import { Form } from '@/components/form/form'
import { LinkButton } from '@/components/ui/link-button'
import { type CaseStanding, type CaseVerb, type Who, whyNot } from '@/lib/cases/policy'
import type { FormAction } from '@/lib/platform/action-result'
import { resubmitCaseAction, submitCaseAction, takeReviewAction } from '@/lib/review/actions'

type Props = { actor: Who; number: string; standing: CaseStanding }
/** Something to send, or a place to go. */
type Move =
  | { label: string; verb: CaseVerb; action: FormAction; to?: string }
  | { label: string; verb?: CaseVerb; href: string }

/** The one thing that whoever looks at the case would do next; nothing for those who only read. */
export function NextMove({ actor, number, standing }: Props) {
  const move = nextMove({ actor, number, standing })
  if (!move) return null
  const reason = move.verb && whyNot(actor, move.verb, standing)
  if ('action' in move) {
    return <Form action={move.action} submit={move.label} hidden={{ number }} whyNot={reason} to={move.to} />
  }
  return (
    <LinkButton href={move.href} tone="primary" whyNot={reason}>
      {move.label}
    </LinkButton>
  )
}

function nextMove({ actor, number, standing: { state, ownerId, reviewerId } }: Props): Move | null {
  const base = `/cases/${number}`
  if (actor.id === ownerId && state === 'DRAFT')
    return { label: 'Submit for review', verb: 'submit', action: submitCaseAction }
  if (actor.id === ownerId && state === 'CHANGES_REQUESTED')
    return { label: 'Submit the changes', verb: 'resubmit', action: resubmitCaseAction }
  if (actor.role === 'LEGAL' && (state === 'SUBMITTED' || state === 'IN_REVIEW')) {
    return reviewerId === actor.id
      ? { label: 'Decide', href: `${base}/review` }
      : { label: 'Take the review', verb: 'take-review', action: takeReviewAction, to: `${base}/review` }
  }
  if (actor.role === 'LEAD' && state === 'APPROVED')
    return { label: 'Carry out the action', verb: 'act', href: `${base}/review#act` }
  if (actor.role === 'LEAD' && state === 'ACTIONED') return { label: 'Close the case', href: `${base}/review#close` }
  return actor.role === 'MANAGER' ? { label: 'Export the summary', href: `${base}/summary` } : null
}
