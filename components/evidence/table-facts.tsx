import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
import { Code } from '@/components/ui/code'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Time } from '@/components/ui/time'
import { askTableAgainAction } from '@/lib/evidence/actions'
import type { EvidenceItemShown } from '@/lib/evidence/queries'
import { formatAmount, formatCount, shortHash } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Table = NonNullable<EvidenceItemShown['table']>

/** Where the rows of an attached table came from, and whether the table still gives them. */
export function TableFacts({ item, whyNot }: { item: EvidenceItemShown; whyNot: Offer }) {
  const { table, id, sha256 } = item
  if (!table) return null
  return (
    <Section
      title="Attached table"
      lead="The SHA-256 of this item is that of its rows, one line each, sorted. They are kept here: the table may change, they do not."
    >
      <DescriptionList items={facts(table, sha256)} />
      <Form
        action={askTableAgainAction}
        submit="Compare with the table now"
        done="Asked. The answer will stand here and in the custody."
        tone="secondary"
        hidden={{ evidenceId: id }}
        whyNot={whyNot}
      />
    </Section>
  )
}

function facts({ connection, query, columns, rows, checked, checkedAt }: Table, sha256: string | null): Description[] {
  const mapping = Object.entries(JSON.parse(columns) as Record<string, string>)
  return [
    { term: 'Server', value: connection },
    { term: 'Query', value: <Code>{query}</Code> },
    { term: 'Columns', value: mapping.map(([field, column]) => `${field} = ${column}`).join(', ') },
    { term: 'Rows', value: rows === null ? 'not read yet' : formatCount(rows) },
    ...(checked && checkedAt
      ? [{ term: 'Compared', value: <Compared {...{ checked, at: checkedAt, sha256 }} /> }]
      : []),
  ]
}

type Check = { checked: NonNullable<Table['checked']>; at: Date; sha256: string | null }

function Compared({ checked, at, sha256 }: Check) {
  const same = checked.sha256 === sha256
  return (
    <>
      <Time at={at} />:{' '}
      {same
        ? 'the table gave the rows that are sealed.'
        : `the rows have changed. It gave ${formatAmount(checked.rows, 'row')} with SHA-256 ${shortHash(checked.sha256)}….`}
    </>
  )
}
