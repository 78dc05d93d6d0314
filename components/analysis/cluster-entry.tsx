import { ChartFigure } from '@/components/chart/chart-figure'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { TextLink } from '@/components/ui/text-link'
import { attributeName, clusterName } from '@/lib/analysis/cluster-words'
import type { ClusterView } from '@/lib/analysis/dataset-page'
import { figure } from '@/lib/analysis/figures'
import { drawLinks } from '@/lib/analysis/finding-drawing'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { AddFinding } from './add-finding'
import { ClusterAccounts, type SubjectChoice } from './cluster-accounts'
import { ClusterSignals } from './cluster-signals'

type Link = ClusterView['links'][number]

const columns: Column<Link>[] = [
  {
    key: 'attribute',
    label: 'Attribute',
    lead: true,
    width: 'min-w-44',
    cell: ({ attribute }) => attributeName(attribute),
  },
  {
    key: 'value',
    label: 'Shared value',
    width: 'w-full',
    cell: ({ value }) => <span className="font-mono text-sm break-all">{value}</span>,
  },
  { key: 'accounts', label: 'Accounts of the log', align: 'end', cell: ({ accounts }) => formatCount(accounts) },
  { key: 'weight', label: 'Weight, ln(N ÷ accounts)', align: 'end', cell: ({ weight }) => figure(weight) },
]

type Props = {
  cluster: ClusterView
  sentence: string
  base: string
  subjects: SubjectChoice[]
  whyNotAdd: Offer
}

/** One cluster: the sentence, the table of links that made it, the picture, its accounts and what to do with them. */
export function ClusterEntry({ cluster, sentence, base, subjects, whyNotAdd }: Props) {
  const { id, offer, known, accounts } = cluster
  return (
    <article id={`cluster-${id}`} className="space-y-4 border-t border-line py-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-[70ch] space-y-1">
          <h3 className="font-semibold">Cluster {clusterName(id)}</h3>
          <p>{sentence}</p>
          <p className="figures text-sm text-ink-3">
            Score {figure(cluster.score)}; error rate not established.
            {known > 0 && ` ${formatAmount(known, 'account')} of the subject’s already.`}
          </p>
        </div>
        <div className="flex gap-2">
          <ClusterAccounts id={id} accounts={accounts} sentence={sentence} subjects={subjects} whyNot={whyNotAdd} />
          {offer && <AddFinding {...offer} />}
        </div>
      </div>
      <ClusterSignals signals={cluster.asOne} />
      <Links cluster={cluster} />
      <Members accounts={accounts} base={base} />
    </article>
  )
}

const listedAtOnce = 5

function Links({ cluster: { id, links, chart } }: { cluster: ClusterView }) {
  const table = (rows: Link[], label: string) => (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ attribute, value }) => `${attribute} ${value}`}
      empty={null}
    />
  )
  const further = links.length - listedAtOnce
  return (
    <>
      {table(links.slice(0, listedAtOnce), `Strongest links of cluster ${clusterName(id)}`)}
      <details className="space-y-4">
        <summary className="cursor-pointer">
          {further > 0 ? `${formatAmount(further, 'weaker link')} and the picture` : 'The picture'}
        </summary>
        {table(links.slice(listedAtOnce), `Weaker links of cluster ${clusterName(id)}`)}
        {chart && <ChartFigure draw={(width) => drawLinks(chart, width)} fileName={`cluster-${id}-links`} />}
      </details>
    </>
  )
}

function Members({ accounts, base }: { accounts: string[]; base: string }) {
  return (
    <details>
      <summary className="cursor-pointer">{formatAmount(accounts.length, 'account')}</summary>
      <ul className="mt-2 max-h-80 columns-[16rem] overflow-y-auto font-mono text-sm">
        {accounts.map((account) => (
          <li key={account} className="break-all">
            <TextLink href={`${base}/explorer?account=${encodeURIComponent(account)}`}>{account}</TextLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
