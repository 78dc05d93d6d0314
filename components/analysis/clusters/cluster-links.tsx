import { ChartFigure } from '@/components/chart/chart-figure'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { attributeName, clusterName } from '@/lib/analysis/clusters/cluster-words'
import { figure } from '@/lib/analysis/figures'
import type { LinksChart } from '@/lib/analysis/findings/finding-chart'
import { drawLinks } from '@/lib/analysis/findings/finding-drawing'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { ClusterLink } from '@/lib/signals/log-analysis'

const columns: Column<ClusterLink>[] = [
  {
    key: 'value',
    label: 'Shared value',
    lead: true,
    width: 'w-full',
    cell: ({ value }) => <span className="font-mono text-sm font-normal break-all">{value}</span>,
  },
  { key: 'attribute', label: 'Attribute', width: 'min-w-44', cell: ({ attribute }) => attributeName(attribute) },
  {
    key: 'members',
    label: 'Of the cluster',
    align: 'end',
    cell: ({ members }) => (members ? formatCount(members.length) : '–'),
  },
  { key: 'accounts', label: 'Of the log', align: 'end', cell: ({ accounts }) => formatCount(accounts) },
  { key: 'weight', label: 'Weight, ln(N ÷ accounts)', align: 'end', cell: ({ weight }) => figure(weight) },
]

type Props = { links: ClusterLink[]; id: string; base: string; chart: LinksChart | null }

const listedAtOnce = 12

/** The auditable table of what links a cluster, each value leading to its rows; the strongest also as a picture. */
export function ClusterLinks({ links, id, base, chart }: Props) {
  const table = (rows: ClusterLink[], label: string) => (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ attribute, value }) => `${attribute} ${value}`}
      rowHref={({ attribute, value }) => `${base}/clusters/${id}/rows?${new URLSearchParams({ attribute, value })}`}
      empty={null}
    />
  )
  const further = links.length - listedAtOnce
  return (
    <>
      {table(links.slice(0, listedAtOnce), `Strongest links of cluster ${clusterName(id)}`)}
      {further > 0 && (
        <details className="space-y-4">
          <summary className="cursor-pointer">{formatAmount(further, 'weaker link')}</summary>
          {table(links.slice(listedAtOnce), `Weaker links of cluster ${clusterName(id)}`)}
        </details>
      )}
      {chart && (
        <details className="space-y-4">
          <summary className="cursor-pointer">The strongest links as a picture</summary>
          <ChartFigure draw={(width) => drawLinks(chart, width)} fileName={`${id}-links`} />
        </details>
      )}
    </>
  )
}
