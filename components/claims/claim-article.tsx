import { Form } from '@/components/form/form'
import { Day } from '@/components/ui/day'
import { Dialog } from '@/components/ui/dialog'
import { removeClaimAction } from '@/lib/claims/actions'
import type { Citable } from '@/lib/claims/citable'
import type { CaseClaim } from '@/lib/claims/queries'
import type { Offer } from '@/lib/platform/offer'
import type { ClauseChoice } from '@/lib/terms/queries'
import { CitationList } from './citation-list'
import { CiteForm } from './cite-form'
import { ClaimForm } from './claim-form'

type Props = {
  claim: CaseClaim
  number: string
  clauses: ClauseChoice[]
  targets: Citable
  /** Why the reader may not edit now, or null. */
  whyNotEdit: Offer
}

/** One claim: the clause as in force left, the conduct and its elements with their citations right. */
export function ClaimArticle(props: Props) {
  const { claim, number, whyNotEdit } = props
  return (
    <article
      id={claim.id}
      className="scroll-mt-6 gap-x-10 border-t border-line pt-5 max-lg:space-y-6 lg:grid lg:grid-cols-2"
    >
      <ClauseAlleged clause={claim.clause} />
      <div className="space-y-5">
        <div className="space-y-1">
          <p className="font-serif text-read">{claim.statement}</p>
          <p className="text-sm text-ink-3">
            <Day at={claim.conductFrom} /> to <Day at={claim.conductUntil} />
          </p>
        </div>
        <ClaimElements claim={claim} number={number} whyNotEdit={whyNotEdit} />
        <ClaimChanges {...props} />
      </div>
    </article>
  )
}

function ClauseAlleged({ clause }: { clause: CaseClaim['clause'] }) {
  const { version } = clause
  return (
    <div className="space-y-3">
      <h3 className="text-lg font-semibold">
        {clause.number} {clause.title}
      </h3>
      <p className="text-sm text-ink-3">
        {version.document.provider}, {version.document.title}, version {version.label}
      </p>
      <blockquote className="reading border-l-2 border-accent/50 pl-4 whitespace-pre-line">{clause.text}</blockquote>
    </div>
  )
}

function ClaimElements({ claim, ...list }: Pick<Props, 'claim' | 'number' | 'whyNotEdit'>) {
  const { clause, citations } = claim
  const citationsOf = (element: number | null) => citations.filter((citation) => citation.element === element)
  return (
    <>
      <ol className="space-y-4">
        {clause.elements.map((element, at) => (
          <li
            key={element}
            className={citationsOf(at).length === 0 ? 'border-l-2 border-warn pl-3' : 'border-l-2 border-ok pl-3'}
          >
            <p>
              {at + 1}. {element}
            </p>
            <CitationList citations={citationsOf(at)} {...list} empty="Not cited yet." />
          </li>
        ))}
      </ol>
      <CitationList
        citations={citationsOf(null)}
        {...list}
        empty={clause.elements.length === 0 ? 'No citation yet.' : null}
      />
    </>
  )
}

function ClaimChanges({ claim, number, clauses, targets, whyNotEdit }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <Dialog trigger="Cite" size="sm" title="Cite evidence or a finding" whyNot={whyNotEdit}>
        <CiteForm claimId={claim.id} elements={claim.clause.elements} targets={targets} number={number} />
      </Dialog>
      <Dialog trigger="Edit" size="sm" title="Edit the claim" whyNot={whyNotEdit}>
        <ClaimForm number={number} clauses={clauses} claim={claim} />
      </Dialog>
      <Dialog trigger="Remove" size="sm" title="Remove the claim?" whyNot={whyNotEdit}>
        <Form action={removeClaimAction} submit="Remove the claim" tone="danger" hidden={{ claimId: claim.id }}>
          <p>Its citations go with it. The record keeps its words.</p>
        </Form>
      </Dialog>
    </div>
  )
}
