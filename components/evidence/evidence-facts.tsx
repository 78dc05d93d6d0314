import { Section } from '@/components/layout/section'
import { Bytes } from '@/components/ui/bytes'
import { Hash } from '@/components/ui/code'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { formatAmount, formatCount } from '@/lib/platform/format-number'

/** What is known of an item: the original as it came, and the rows that were made from it. */
export function EvidenceFacts({ item }: { item: EvidenceItemShown }) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
      <Section title="Original">
        <DescriptionList items={original(item)} />
      </Section>
      {item.dataset && (
        <Section
          title="Dataset"
          actions={
            <LinkButton size="sm" href={`/cases/${item.case.number}/datasets/${item.dataset.id}`}>
              Open the dataset
            </LinkButton>
          }
        >
          <DescriptionList items={rowsOf(item.dataset)} />
        </Section>
      )}
    </div>
  )
}

function original({ size, sha256, addedBy, addedAt, sealedAt, withdrawnAt }: EvidenceItemShown): Description[] {
  return [
    { term: 'Size', value: <Bytes value={size} /> },
    { term: 'SHA-256', value: sha256 ? <Hash value={sha256} length={64} /> : 'Not sealed' },
    { term: 'Added', value: <By at={addedAt} name={addedBy.name} /> },
    ...(sealedAt ? [{ term: 'Sealed', value: <Time at={sealedAt} /> }] : []),
    ...(withdrawnAt ? [{ term: 'Withdrawn', value: <Time at={withdrawnAt} /> }] : []),
  ]
}

function rowsOf(dataset: NonNullable<EvidenceItemShown['dataset']>): Description[] {
  const { rows, rejected, accounts, from, until, format, readerVersion, sha256 } = dataset
  return [
    { term: 'Rows', value: `${formatCount(rows)}; ${formatAmount(rejected, 'row')} rejected` },
    { term: 'Accounts', value: formatCount(accounts) },
    { term: 'Span', value: from && until ? <Span from={from} until={until} /> : 'No row has a time' },
    { term: 'Format', value: `${format}, reader ${readerVersion}` },
    { term: 'SHA-256', value: <Hash value={sha256} label="SHA-256 of the Parquet file" /> },
  ]
}

const By = ({ at, name }: { at: Date; name: string }) => (
  <>
    <Time at={at} /> by {name}
  </>
)

const Span = ({ from, until }: { from: Date; until: Date }) => (
  <>
    <Time at={from} /> – <Time at={until} />
  </>
)
