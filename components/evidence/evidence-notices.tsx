import { Form } from '@/components/form/form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { readAgainAction } from '@/lib/evidence/actions'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Props = { item: EvidenceItemShown; whyNotReadAgain: Offer }

/** What must be said about an item before its facts: refused, withdrawn, not read, or read with rejects. */
export function EvidenceNotices({ item, whyNotReadAgain }: Props) {
  const { id, state, reason, readFailure, reading, dataset } = item
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
      {reading === 'failed' && (
        <Notice tone="bad" title="It is sealed, but its rows could not be read">
          <p>{readFailure}</p>
          <Form action={readAgainAction} submit="Read it again" hidden={{ evidenceId: id }} whyNot={whyNotReadAgain} />
        </Notice>
      )}
      {dataset !== null && dataset.rejected > 0 && <Rejected id={id} rejected={dataset.rejected} />}
    </>
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
