import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { Badge } from '@/components/ui/badge'
import { Hash } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { withdrawReferenceAction } from '@/lib/references/actions'
import type { ReferenceShown } from '@/lib/references/queries'

type Props = { references: ReferenceShown[]; whyNot: Offer }

/** Reference data of one kind, in use first; what was withdrawn stays with its reason. */
export function ReferenceList({ references, whyNot }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {references.map((reference) => (
        <li key={reference.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-80 space-y-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium wrap-anywhere">{reference.name}</span>
              {reference.hashesOnly && <Badge>Hashes only</Badge>}
            </p>
            <p className="text-sm wrap-anywhere text-ink-2">
              {reference.source}
              {reference.licence && `; licence ${reference.licence}`}
            </p>
            <p className="figures flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
              <span>{amountOf(reference)}</span>
              <Hash value={reference.sha256} />
              <span>
                <Time at={reference.addedAt} /> by {reference.addedBy.name}
              </span>
            </p>
          </div>
          <ReferenceState reference={reference} whyNot={whyNot} />
        </li>
      ))}
    </ul>
  )
}

function amountOf({ kind, entries }: ReferenceShown): string {
  return kind === 'PROMPT_SET' ? formatAmount(entries, 'prompt') : formatAmount(entries, 'release')
}

function ReferenceState({
  reference: { id, name, withdrawnAt, reason },
  whyNot,
}: {
  reference: ReferenceShown
  whyNot: Offer
}) {
  if (withdrawnAt) {
    return (
      <div className="max-w-xs text-sm text-ink-2">
        <StateMark tone="neutral">Withdrawn</StateMark>
        <p className="wrap-anywhere">{reason}</p>
      </div>
    )
  }
  return (
    <div className="flex items-center gap-4">
      <StateMark tone="ok">In use</StateMark>
      <Dialog
        trigger="Withdraw"
        size="sm"
        whyNot={whyNot}
        title={`Withdraw “${name}”`}
        description="New analyses leave it out. What was found with it stays, and it cannot be put back, only imported again."
      >
        <Form action={withdrawReferenceAction} submit="Withdraw" tone="danger" hidden={{ referenceId: id }}>
          <TextArea name="reason" label="Reason" rows={3} maxLength={1000} />
        </Form>
      </Dialog>
    </div>
  )
}
