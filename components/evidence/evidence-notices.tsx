import { Form } from '@/components/form/form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { readAgainAction } from '@/lib/evidence/actions'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Props = { item: EvidenceItemShown; reasons: { readAgain: Offer; map: Offer } }

/** What must be said about an item before its facts: refused, withdrawn, not read, or read with rejects. */
export function EvidenceNotices({ item, reasons }: Props) {
  const { id, state, reason, readFailure, dataset } = item
  if (state === 'REFUSED') {
    return (
      <Notice tone="bad" title="This file was refused and is no evidence">
        <p>{reason}</p>
      </Notice>
    )
  }
  return (
    <>
      {state === 'WITHDRAWN' && (
        <Notice tone="warn" title="Withdrawn: analyses and exports leave it out">
          <p>{reason}</p>
        </Notice>
      )}
      {state === 'SEALED' && readFailure !== null && <NotRead {...{ item, reasons }} />}
      {dataset !== null && dataset.rejected > 0 && <Rejected id={id} rejected={dataset.rejected} />}
    </>
  )
}

function NotRead({ item: { id, readFailure, unknownFormat, case: theCase }, reasons }: Props) {
  if (!unknownFormat) {
    return (
      <Notice tone="bad" title="It is sealed, but its rows could not be read">
        <p>{readFailure}</p>
        <Form action={readAgainAction} submit="Read it again" hidden={{ evidenceId: id }} whyNot={reasons.readAgain} />
      </Notice>
    )
  }
  const path = `/cases/${theCase.number}/evidence/${id}/mapping`
  return (
    <Notice
      tone="warn"
      title="We do not know this format"
      actions={
        <LinkButton tone="primary" href={path} whyNot={reasons.map}>
          Say what its fields are
        </LinkButton>
      }
    >
      <p>It is sealed and holds records, but nobody has said yet which of their fields is what.</p>
      <details>
        <summary className="cursor-pointer">Formats that are known</summary>
        <p>{readFailure}</p>
      </details>
    </Notice>
  )
}

function Rejected({ id, rejected }: { id: string; rejected: number }) {
  return (
    <Notice
      tone="warn"
      title={`${formatAmount(rejected, 'row')} could not be read`}
      actions={
        <>
          <LinkButton size="sm" download href={`/api/evidence/${id}/rejects?format=csv`}>
            Download as CSV
          </LinkButton>
          <LinkButton size="sm" download href={`/api/evidence/${id}/rejects?format=jsonl`}>
            Download as JSON lines
          </LinkButton>
        </>
      }
    >
      <p>They are kept beside the dataset, each with its position and the reason, and no figure counts them.</p>
    </Notice>
  )
}
