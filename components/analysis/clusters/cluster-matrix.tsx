import Link from 'next/link'
import { MatrixCellLink } from '@/components/analysis/matrix/matrix-cell'
import { MatrixPages } from '@/components/analysis/matrix/matrix-pages'
import { Scrolling } from '@/components/table/scrolling'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { EmptyState } from '@/components/ui/empty-state'
import { HintText } from '@/components/ui/hint-text'
import type { ClusterMatrixRow, ClusterMatrix as Matrix } from '@/lib/analysis/clusters/cluster-matrix'
import { formatCount } from '@/lib/platform/format-number'

type Props = { matrix: Matrix; base: string; params: SearchParams }

/** Clusters by signals: what each does as one, then the middle of its members; a cell opens the panel with its peers and the explanations tested. */
export function ClusterMatrix({ matrix, base, params }: Props) {
  if (matrix.rows.length === 0) {
    return (
      <EmptyState title="No accounts are linked">No two accounts share what is rare enough to link them.</EmptyState>
    )
  }
  return (
    <>
      <Scrolling label="Signals by cluster, scrolls sideways">
        <table aria-label="Signals by cluster" className="border-separate border-spacing-px">
          <Heads matrix={matrix} />
          <tbody>
            {matrix.rows.map((row) => (
              <Row key={row.id} row={row} base={base} params={params} />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <MatrixPages matrix={matrix} path={base} params={params} />
    </>
  )
}

const group = 'border-b border-line pt-1 pb-1 pl-2 text-left font-normal whitespace-nowrap'

function Heads({ matrix: { asOne, columns } }: { matrix: Matrix }) {
  const heads = [
    ...asOne.map(({ id, ...head }) => ({ key: id, ...head })),
    ...columns.map(({ signal, ...head }) => ({ key: signal, ...head })),
  ]
  return (
    <thead>
      <tr className="text-xs text-ink-3">
        <td colSpan={2} />
        <th scope="colgroup" colSpan={asOne.length} className={group}>
          <HintText hint="Signals of the cluster as one; the shade is the p-value.">As one</HintText>
        </th>
        <th scope="colgroup" colSpan={columns.length} className={group}>
          <HintText hint="The median of its members; the shade is the median percentile among their peers.">
            Its members in the middle
          </HintText>
        </th>
      </tr>
      <tr className="text-xs text-ink-3">
        <th scope="col" className="px-2 pb-2 text-left align-bottom font-medium">
          Cluster
        </th>
        <th scope="col" className="px-2 pb-2 text-right align-bottom font-medium">
          Accounts
        </th>
        {heads.map(({ key, title, question, definition }) => (
          <th key={key} scope="col" className="px-1.5 pb-2 text-right align-bottom font-medium">
            <HintText hint={`${question} ${definition}`}>{title}</HintText>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({ row, base, params }: { row: ClusterMatrixRow; base: string; params: SearchParams }) {
  return (
    <tr className="figures">
      <th scope="row" className="sticky left-0 z-20 bg-paper py-1 pr-3 text-left font-mono text-sm font-normal">
        <Link href={`${base}/clusters/${row.id}`} prefetch={false} className="text-link">
          {row.name}
        </Link>
      </th>
      <td className="px-2 text-right">{formatCount(row.accounts)}</td>
      {row.cells.map((cell) => (
        <td key={cell.key} className="p-0">
          <MatrixCellLink
            cell={cell}
            href={addressWith(base, params, { by: 'cluster', cluster: row.id, signal: cell.key, account: null })}
          />
        </td>
      ))}
    </tr>
  )
}
