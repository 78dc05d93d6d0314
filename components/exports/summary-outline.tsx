import { Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { SummaryOutline as Outline } from '@/lib/exports/queries'
import { formatAmount } from '@/lib/platform/format-number'

const tones = { DRAFT: 'neutral', APPROVED: 'ok', STALE: 'warn' } as const

/** What an export would say now, and what it would call itself. */
export function SummaryOutline({ outline }: { outline: Outline }) {
  const { watermark, asOf, snapshot } = outline
  return (
    <>
      <Notice tone={tones[watermark.mark]} title={`Every page will carry the watermark ${watermark.mark}`}>
        {watermark.because}
      </Notice>
      <DescriptionList
        items={[
          { term: 'Subjects', value: outline.subjects.map(subjectInWords).join('; ') || 'none yet' },
          { term: 'Claims', value: outline.claims.join('; ') || 'none yet' },
          { term: 'Findings', value: outline.findings.join('; ') || 'none' },
          { term: 'Explanations', value: answeredInWords(outline) },
          { term: 'Decisions', value: formatAmount(outline.decisions, 'decision') },
          { term: 'Exhibits', value: exhibitsInWords(outline) },
          { term: 'As of', value: <Time at={asOf.at} /> },
          {
            term: 'Event',
            value: (
              <>
                #{asOf.seq} <Hash value={asOf.hash} label="event hash" />
              </>
            ),
          },
          { term: 'Snapshot', value: <Hash value={snapshot.present} label="snapshot SHA-256" /> },
        ]}
      />
    </>
  )
}

const subjectInWords = ({ name, accounts }: Outline['subjects'][number]) =>
  `${name}, ${formatAmount(accounts, 'account')}`

const answeredInWords = ({ explanations, unanswered }: Outline) =>
  unanswered === 0 ? `all ${explanations} answered` : `${unanswered} of ${explanations} not answered`

const exhibitsInWords = ({ exhibits, setAside }: Outline) =>
  `${formatAmount(exhibits, 'exhibit')}${setAside > 0 ? `; ${setAside} set aside as withdrawn` : ''}`
