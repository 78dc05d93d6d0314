import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import type { Matrix } from '@/lib/analysis/dataset/signal-matrix'

/** Previous and next page of the matrix. */
export function MatrixPages({
  matrix,
  path,
  params,
}: {
  matrix: Pick<Matrix, 'page' | 'pages'>
  path: string
  params: SearchParams
}) {
  const { page, pages } = matrix
  const at = (wanted: number) =>
    addressWith(path, params, { page: wanted === 1 ? null : `${wanted}`, account: null, cluster: null, signal: null })
  return <KeysetPages previousHref={page > 1 ? at(page - 1) : null} nextHref={page < pages ? at(page + 1) : null} />
}
