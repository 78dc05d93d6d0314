import { Section } from '@/components/layout/section'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { TextLink } from '@/components/ui/text-link'
import { attributeName } from '@/lib/analysis/clusters/cluster-words'
import type { ComparePage } from '@/lib/analysis/dataset/account-page'
import { figure } from '@/lib/analysis/figures'
import { formatCount } from '@/lib/platform/format-number'

type Value = ComparePage['values'][number]
export type Pair = { a: string; b: string }
type Props = { values: Value[]; pair: Pair; base: string }

/** Explorer filters that find a value; a network of addresses and a minute of sign-up have none. */
const filters: Partial<Record<Value['kind'], string>> = {
  payment_ref: 'payment_ref',
  client: 'user_agent',
  email_domain: 'email_domain',
}

/** What both accounts carry, with the weight that the link table would give it. */
export function SharedValues({ values, pair, base }: Props) {
  const columns: Column<Value>[] = [
    {
      key: 'value',
      label: 'Shared value',
      lead: true,
      width: 'w-full',
      cell: ({ value }) => <span className="font-mono text-sm font-normal break-all">{value}</span>,
    },
    { key: 'kind', label: 'Attribute', width: 'min-w-40', cell: ({ kind }) => attributeName(kind) },
    { key: 'accounts', label: 'Accounts of the log', align: 'end', cell: ({ accounts }) => formatCount(accounts) },
    { key: 'weight', label: 'Weight, ln(N ÷ accounts)', align: 'end', cell: ({ weight }) => figure(weight) },
    { key: 'rows', label: 'Rows', cell: (value) => <RowsOf value={value} pair={pair} base={base} /> },
  ]
  return (
    <Section title="Shared attributes">
      <DataTable
        label="Shared attributes"
        columns={columns}
        rows={values}
        rowKey={({ kind, value }) => `${kind} ${value}`}
        empty={
          <p className="text-ink-2">They share no payment, network, client, e-mail domain or minute of sign-up.</p>
        }
      />
    </Section>
  )
}

function RowsOf({ value: { kind, value }, pair, base }: { value: Value; pair: Pair; base: string }) {
  const filter = filters[kind]
  const of = (account: string) =>
    `${base}/explorer?${new URLSearchParams({ account_id: account, ...(filter ? { [filter]: value } : {}) })}`
  return (
    <span className="flex gap-3 whitespace-nowrap">
      <TextLink href={of(pair.a)}>of one</TextLink>
      <TextLink href={of(pair.b)}>of the other</TextLink>
    </span>
  )
}
