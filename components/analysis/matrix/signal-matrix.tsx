import Link from 'next/link'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import { Badge } from '@/components/ui/badge'
import { HintText } from '@/components/ui/hint-text'
import type { Matrix, MatrixColumn, MatrixRow, Standing } from '@/lib/analysis/dataset/signal-matrix'
import { MatrixCellLink } from './matrix-cell'

type Props = { matrix: Matrix; path: string; params: SearchParams; scoreHint: string }

/** Accounts by signals. A column's name explains it, its arrow sorts, a cell opens the panel with the rows behind it. */
export function SignalMatrix({ matrix, path, params, scoreHint }: Props) {
  return (
    <div className="relative overflow-x-auto">
      <table aria-label="Signals by account" className="w-full border-separate border-spacing-x-px border-spacing-y-px">
        <thead>
          <StandingHeads columns={matrix.columns} />
          <tr className="text-sm text-ink-3">
            <HeadCell label="Account" />
            <HeadCell label={<HintText hint={scoreHint}>Triage</HintText>} end />
            {matrix.columns.map((column) => (
              <SignalHead key={column.signal} column={column} path={path} params={params} />
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <AccountRow key={row.account} row={row} path={path} params={params} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const standings: Record<Standing, { title: string; hint: string }> = {
  weighted: { title: 'In the triage score', hint: 'These carry a stated weight; the weights are chosen, not fitted.' },
  unweighted: { title: 'Not weighted yet', hint: 'Weight 0: nothing was measured yet that would give them a weight.' },
  corroborates: { title: 'Corroborates only', hint: 'Weight 0 for good: ordinary customers show these too.' },
}

/** What the columns below are to the triage order. */
function StandingHeads({ columns }: { columns: MatrixColumn[] }) {
  return (
    <tr className="text-xs text-ink-3">
      <td colSpan={2} />
      {columns
        .filter(({ isFirst }) => isFirst)
        .map(({ standing }) => (
          <th
            key={standing}
            scope="colgroup"
            colSpan={columns.filter((column) => column.standing === standing).length}
            className="border-b border-line pt-1 pb-1 pl-2 text-left font-normal whitespace-nowrap"
          >
            <HintText hint={standings[standing].hint}>{standings[standing].title}</HintText>
          </th>
        ))}
    </tr>
  )
}

function HeadCell({ label, end }: { label: React.ReactNode; end?: boolean }) {
  return (
    <th scope="col" className={`px-2 pb-2 align-bottom font-medium ${end ? 'text-right' : 'text-left'}`}>
      {label}
    </th>
  )
}

function SignalHead({ column, path, params }: { column: MatrixColumn; path: string; params: SearchParams }) {
  const sorted = params.sort === column.signal
  const href = addressWith(path, params, { sort: sorted ? null : column.signal, page: null })
  return (
    <th
      scope="col"
      aria-sort={sorted ? 'descending' : undefined}
      className="px-1.5 pb-2 text-right align-bottom text-xs font-medium"
    >
      <span className="block">
        <HintText hint={`${column.question} ${column.definition}`}>{column.title}</HintText>
      </span>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        className="text-xs font-normal whitespace-nowrap hover:text-ink"
      >
        {sorted ? 'sorted ↓' : `${column.flagged} flagged`}
      </Link>
    </th>
  )
}

function AccountRow({ row, path, params }: { row: MatrixRow; path: string; params: SearchParams }) {
  return (
    <tr className="figures">
      <th
        scope="row"
        className="sticky left-0 z-20 max-w-48 truncate bg-paper py-1 pr-3 text-left sm:max-w-72 font-mono text-sm font-normal"
      >
        <span className="mr-2 inline-block w-8 text-right text-ink-3">{row.rank}</span>
        {row.account}
        {row.isSubjects && (
          <span className="ml-2 font-sans max-sm:sr-only">
            <Badge tone="info">Subject’s</Badge>
          </span>
        )}
      </th>
      <td className="px-2 text-right">{row.score}</td>
      {row.cells.map((cell) => (
        <td key={cell.signal} className="p-0">
          <MatrixCellLink cell={cell} href={addressWith(path, params, { account: row.account, signal: cell.signal })} />
        </td>
      ))}
    </tr>
  )
}
