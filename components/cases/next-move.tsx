import { Form } from '@/components/form/form'
import { LinkButton } from '@/components/ui/link-button'
import { type CaseStanding, type Who, whyNot } from '@/lib/cases/policy'
import { resubmitCaseAction, submitCaseAction, takeReviewAction } from '@/lib/review/actions'

type Props = { actor: Who; number: string; standing: CaseStanding }

/** The one thing that whoever looks at the case would do next; nothing for those who only read. */
export function NextMove({ actor, number, standing }: Props) {
  const { state, ownerId, reviewerId } = standing
  const hidden = { number }
  if (actor.id === ownerId && state === 'DRAFT') {
    return (
      <Form
        action={submitCaseAction}
        submit="Submit for review"
        hidden={hidden}
        whyNot={whyNot(actor, 'submit', standing)}
      />
    )
  }
  if (actor.id === ownerId && state === 'CHANGES_REQUESTED') {
    return (
      <Form
        action={resubmitCaseAction}
        submit="Submit the changes"
        hidden={hidden}
        whyNot={whyNot(actor, 'resubmit', standing)}
      />
    )
  }
  if (actor.role === 'LEGAL' && (state === 'SUBMITTED' || state === 'IN_REVIEW')) {
    if (reviewerId === actor.id)
      return (
        <LinkButton href={`/cases/${number}/review`} tone="primary">
          Decide
        </LinkButton>
      )
    return (
      <Form
        action={takeReviewAction}
        submit="Take the review"
        hidden={hidden}
        whyNot={whyNot(actor, 'take-review', standing)}
        to={`/cases/${number}/review`}
      />
    )
  }
  if (actor.role === 'LEAD' && state === 'APPROVED') {
    return (
      <LinkButton href={`/cases/${number}/review#act`} tone="primary" whyNot={whyNot(actor, 'act', standing)}>
        Carry out the action
      </LinkButton>
    )
  }
  if (actor.role === 'LEAD' && state === 'ACTIONED') {
    return (
      <LinkButton href={`/cases/${number}/review#close`} tone="primary">
        Close the case
      </LinkButton>
    )
  }
  if (actor.role === 'MANAGER')
    return (
      <LinkButton href={`/cases/${number}/summary`} tone="primary">
        Export the summary
      </LinkButton>
    )
  return null
}
