import { Section } from '@/components/layout/section'
import { Bytes } from '@/components/ui/bytes'
import { WholeHash } from '@/components/ui/code'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

/** What is known of an item: the original as it came, and the rows that were made from it. */
export function EvidenceFacts({ item, whyNotMap }: { item: EvidenceItemShown; whyNotMap: Offer }) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
      <Section title="Original">
        <DescriptionList items={original(item)} />
      </Section>
      {item.dataset && (
        <Section
          title="Dataset"
          actions={
            item.dataset.mapping && (
              <LinkButton size="sm" href={`/cases/${item.case.number}/evidence/${item.id}/mapping`} whyNot={whyNotMap}>
                Change the mapping
              </LinkButton>
            )
          }
        >
          <DescriptionList items={rowsOf(item.dataset, item.case.number)} />
        </Section>
      )}
    </div>
  )
}

function original({ size, sha256, addedBy, addedAt, sealedAt, withdrawnAt }: EvidenceItemShown): Description[] {
  return [
    { term: 'Size', value: <Bytes value={size} /> },
    { term: 'SHA-256', value: sha256 ? <WholeHash value={sha256} /> : 'Not sealed' },
    { term: 'Added', value: <By at={addedAt} name={addedBy.name} /> },
    ...(sealedAt ? [{ term: 'Sealed', value: <Time at={sealedAt} /> }] : []),
    ...(withdrawnAt ? [{ term: 'Withdrawn', value: <Time at={withdrawnAt} /> }] : []),
  ]
}

function rowsOf(dataset: Read, number: string): Description[] {
  const { rows, rejected, accounts, from, until, format, readerVersion, sha256, mapping, parents } = dataset
  return [
    { term: 'Rows', value: `${formatCount(rows)}; ${formatAmount(rejected, 'row')} rejected` },
    { term: 'Accounts', value: formatCount(accounts) },
    { term: 'Span', value: from && until ? <Span from={from} until={until} /> : 'No row has a time' },
    { term: 'Format', value: `${format}, reader ${readerVersion}` },
    ...(mapping ? [{ term: 'Mapping SHA-256', value: <WholeHash value={mapping.sha256} /> }] : []),
    ...(parents.length > 0 ? [{ term: 'Joined from', value: <Parents number={number} parents={parents} /> }] : []),
    { term: 'SHA-256', value: <WholeHash value={sha256} /> },
  ]
}

type Read = NonNullable<EvidenceItemShown['dataset']>

/** The datasets that a joined one was made of, the main one first. */
function Parents({ number, parents }: { number: string; parents: Read['parents'] }) {
  return (
    <ul>
      {parents.map(({ parent: { id, evidence } }) => (
        <li key={id}>
          <TextLink href={`/cases/${number}/datasets/${id}`}>{evidence.name}</TextLink>
        </li>
      ))}
    </ul>
  )
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
