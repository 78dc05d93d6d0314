import { DateField } from '@/components/form/date-field'
import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { changeClaimAction, makeClaimAction } from '@/lib/claims/actions'
import { claimFields } from '@/lib/claims/claim-fields'
import type { CaseClaim } from '@/lib/claims/queries'
import { seenOf } from '@/lib/platform/seen'
import type { ClauseChoice } from '@/lib/terms/queries'

const day = (date: Date) => date.toISOString().slice(0, 10)

/** The clause and its days first: a narrow choice cuts the end. */
function clauseLabel({ document, number, title, label, inForceFrom, inForceUntil }: ClauseChoice): string {
  const days = `${day(inForceFrom)} to ${inForceUntil ? day(inForceUntil) : 'today'}`
  return `${number} ${title}, in force ${days} (${document}, ${label})`
}

/** Makes a claim, or changes one. */
export function ClaimForm({ number, clauses, claim }: { number: string; clauses: ClauseChoice[]; claim?: CaseClaim }) {
  if (clauses.length === 0) {
    return (
      <Notice tone="warn" title="The terms ledger is empty">
        A claim names a clause. A legal reviewer or administrator enters it under{' '}
        <TextLink href="/terms">Terms</TextLink>.
      </Notice>
    )
  }
  return (
    <Form
      action={claim ? changeClaimAction : makeClaimAction}
      submit={claim ? 'Save' : 'Make the claim'}
      hidden={claim ? { claimId: claim.id, seen: seenOf(claimFields(claim)) } : { number }}
    >
      <Select
        name="clauseId"
        label="Clause"
        prompt="Choose a clause"
        defaultValue={claim?.clauseId}
        hint="The version that was in force at the time of the conduct."
        options={clauses.map((clause) => ({ value: clause.id, label: clauseLabel(clause) }))}
      />
      <TextArea
        name="statement"
        label="Statement of conduct"
        look="reading"
        rows={4}
        defaultValue={claim?.statement}
        hint="Who did what; observation, not inference."
      />
      <DateField name="conductFrom" label="First day" defaultValue={claim && day(claim.conductFrom)} />
      <DateField name="conductUntil" label="Last day" defaultValue={claim && day(claim.conductUntil)} />
    </Form>
  )
}
