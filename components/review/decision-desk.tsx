import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { type CaseStanding, type Who, whyNot } from '@/lib/cases/policy'
import { approvalsNeeded } from '@/lib/cases/states'
import { approveCaseAction, dismissCaseAction, releaseReviewAction, requestChangesAction } from '@/lib/review/actions'
import { dismissalOutcomes } from '@/lib/review/schema'

type Props = { actor: Who; number: string; standing: CaseStanding; hash: string }

/** The reviewer's decision, signed over the hash that stands above the buttons. */
export function DecisionDesk({ actor, number, standing, hash }: Props) {
  const { state, reviewerId, severity, approvers } = standing
  if (actor.role !== 'LEGAL' || (state !== 'SUBMITTED' && state !== 'IN_REVIEW')) return null
  if (reviewerId !== actor.id) return <TakeReview actor={actor} standing={standing} />
  const hidden = { number, snapshot: hash }
  return (
    <Section title="Decide" lead={decisionLead(approvalsNeeded(severity) - approvers.length)}>
      <p>
        You decide over snapshot <Hash value={hash} length={24} label="snapshot SHA-256" />
      </p>
      <div className="flex flex-wrap items-start gap-3">
        <Dialog trigger="Approve" tone="primary" title="Approve the case" whyNot={whyNot(actor, 'approve', standing)}>
          <Form action={approveCaseAction} submit="Approve" hidden={hidden}>
            <p>
              You approve exactly snapshot <Hash value={hash} label="snapshot SHA-256" /> with your name.{' '}
              {afterApproval(approvalsNeeded(severity) - approvers.length)}
            </p>
            <TextArea
              name="reason"
              label="Grounds"
              optional
              rows={4}
              hint="They stand with the decision, in the record and the summary."
            />
          </Form>
        </Dialog>
        <Dialog trigger="Ask for changes" title="Ask for changes">
          <Form action={requestChangesAction} submit="Ask for changes" hidden={hidden}>
            <TextArea name="reason" label="What is to be changed" rows={5} />
          </Form>
        </Dialog>
        <Dialog trigger="Dismiss" title="Dismiss the case">
          <DismissForm number={number} snapshot={hash} />
        </Dialog>
        <Form action={releaseReviewAction} submit="Release" hidden={{ number }} tone="secondary" />
      </div>
    </Section>
  )
}

/** The button itself is the next move in the head of the case. */
function TakeReview({ actor, standing }: Pick<Props, 'actor' | 'standing'>) {
  const given = standing.approvers.length > 0
  return (
    <Section
      title="Review"
      lead={given ? 'One approval is given; high severity needs a second, different reviewer.' : undefined}
    >
      <p>{whyNot(actor, 'take-review', standing) ?? 'Take the review, at the head of the case, to decide.'}</p>
    </Section>
  )
}

function DismissForm({ number, snapshot }: { number: string; snapshot: string }) {
  return (
    <Form action={dismissCaseAction} submit="Dismiss the case" tone="danger" hidden={{ number, snapshot }}>
      <Select
        name="outcome"
        label="Outcome"
        prompt="Choose an outcome"
        options={Object.entries(dismissalOutcomes).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="reason" label="Reason" rows={5} />
    </Form>
  )
}

function afterApproval(missing: number): string {
  return missing > 1
    ? 'It stays in review until a second, different reviewer approves the same snapshot.'
    : 'A lead may then act on it; you can take the approval back until then.'
}

function decisionLead(missing: number): string {
  const again = 'Every evidence item is hashed again before an approval counts.'
  return missing > 1 ? `High severity needs two approvals; yours is the first. ${again}` : again
}
