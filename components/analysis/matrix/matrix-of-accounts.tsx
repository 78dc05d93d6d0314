import { NoAccounts } from '@/components/analysis/accounts/no-accounts'
import type { SearchParams } from '@/components/table/search-params'
import type { Matrix } from '@/lib/analysis/dataset/signal-matrix'
import { MatrixBar } from './matrix-bar'
import { MatrixPages } from './matrix-pages'
import { MissingSignals } from './missing-signals'
import { SignalMatrix } from './signal-matrix'

type Props = { matrix: Matrix; base: string; params: SearchParams; scoreHint: string; named: number }

/** The matrix of accounts with its search, what no log of this kind carries, and its pages. */
export function MatrixOfAccounts({ matrix, base, params, scoreHint, named }: Props) {
  return (
    <>
      <MatrixBar found={matrix.found} path={base} params={params} />
      {matrix.rows.length === 0 ? (
        <NoAccounts named={named} base={base} />
      ) : (
        <SignalMatrix matrix={matrix} path={base} params={params} scoreHint={scoreHint} />
      )}
      <MissingSignals missing={matrix.missing} />
      <MatrixPages matrix={matrix} path={base} params={params} />
    </>
  )
}
