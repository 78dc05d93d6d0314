import { Menu } from '@/components/ui/menu'
import { TextLink } from '@/components/ui/text-link'
import { removeCitationAction } from '@/lib/claims/actions'
import type { CaseClaim } from '@/lib/claims/queries'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Citation = CaseClaim['citations'][number]
type Props = { citations: Citation[]; number: string; whyNotEdit: Offer; empty: string | null }

/** What a claim or an element points at, each a link to the thing itself. */
export function CitationList({ citations, number, whyNotEdit, empty }: Props) {
  if (citations.length === 0) return empty ? <p className="text-sm text-ink-3">{empty}</p> : null
  return (
    <ul className="mt-1 space-y-1">
      {citations.map((citation) => (
        <li key={citation.id} className="flex items-start gap-2 text-sm">
          <span className="min-w-0 flex-1">
            <Target citation={citation} number={number} />
            {citation.note && <span className="text-ink-2"> – {citation.note}</span>}
          </span>
          <Menu
            label="More for this citation"
            size="sm"
            items={[
              {
                label: 'Remove',
                tone: 'danger',
                action: removeCitationAction,
                fields: { citationId: citation.id },
                whyNot: whyNotEdit,
              },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}

function Target({ citation, number }: { citation: Citation; number: string }) {
  const { evidence, dataset, finding, rowIds } = citation
  const base = `/cases/${number}`
  if (finding) return <TextLink href={`${base}/findings#${finding.id}`}>Finding: {finding.title}</TextLink>
  if (dataset) {
    const [first] = rowIds
    return (
      <>
        <TextLink
          href={`${base}/datasets/${dataset.id}/explorer?rows=${rowIds.slice(0, 50).join(',')}&row=${first ?? ''}`}
        >
          {formatAmount(rowIds.length, 'row')} of {dataset.evidence.name}
        </TextLink>
        {dataset.evidence.state === 'WITHDRAWN' && <span className="text-bad"> (withdrawn, does not count)</span>}
      </>
    )
  }
  return (
    <>
      <TextLink href={`${base}/evidence/${evidence?.id}`}>{evidence?.name}</TextLink>
      {evidence?.state === 'WITHDRAWN' && <span className="text-bad"> (withdrawn, does not count)</span>}
    </>
  )
}
