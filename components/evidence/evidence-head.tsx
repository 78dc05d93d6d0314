import { Download } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { kindNames } from '@/lib/evidence/schema'
import type { Offer } from '@/lib/platform/offer'
import { EvidenceState } from './evidence-state'
import { WithdrawDialog } from './withdraw-dialog'

type Props = { item: EvidenceItemShown; reasons: { download: Offer; withdraw: Offer } }

/** The head of one item inside its case: the way back, its name and state, and what can be done with it. */
export function EvidenceHead({ item, reasons }: Props) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <p className="text-sm">
          <TextLink href={`/cases/${item.case.number}/evidence`}>Evidence</TextLink>
        </p>
        <h2 className="text-xl font-semibold break-words">{item.name}</h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
          {kindNames[item.kind]}
          <EvidenceState item={item} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {item.dataset && (
          <LinkButton tone="primary" href={`/cases/${item.case.number}/datasets/${item.dataset.id}`}>
            Open the dataset
          </LinkButton>
        )}
        <LinkButton
          href={`/api/evidence/${item.id}/download`}
          icon={<Download aria-hidden className="size-4" />}
          whyNot={reasons.download}
          download
        >
          Download original
        </LinkButton>
        <WithdrawDialog evidenceId={item.id} whyNot={reasons.withdraw} />
      </div>
    </div>
  )
}
