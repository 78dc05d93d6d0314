'use client'

import { useState } from 'react'
import { CiteBar } from '@/components/analysis/cite-bar'
import type { ClaimChoice } from '@/components/analysis/cite-form'
import { RowKeys } from '@/components/table/row-keys'
import { addressWith, type SearchParams } from '@/components/table/search-params'
import type { ExplorerColumnName } from '@/lib/analysis/explorer/explorer-columns'
import type { ExplorerLine } from '@/lib/analysis/explorer/explorer-lines'
import type { Offer } from '@/lib/platform/offer'
import { ExplorerHead } from './explorer-head'
import { ExplorerRow } from './explorer-row'
import { SpacePreview } from './space-preview'

export type ExplorerTableProps = {
  lines: ExplorerLine[]
  path: string
  params: SearchParams
  columns: ExplorerColumnName[]
  openRow: number | null
  datasetId: string
  claims: ClaimChoice[]
  whyNotCite: Offer
}

/** The rows of one page: choose some and cite them (`c`) where the role ever cites, walk them with j and k, open one; the space bar previews the row that one walks on. */
export function ExplorerTable({ lines, path, params, columns, openRow, ...citing }: ExplorerTableProps) {
  const cites = citing.whyNotCite !== false
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const choose = (rowId: number) => {
    const next = new Set(chosen)
    if (!next.delete(rowId)) next.add(rowId)
    setChosen(next)
  }
  const all = lines.every(({ rowId }) => chosen.has(rowId))
  const chooseAll = () => setChosen(all ? new Set() : new Set([...chosen, ...lines.map(({ rowId }) => rowId)]))
  const cited = chosen.size > 0 ? [...chosen] : openRow === null ? [] : [openRow]
  return (
    <RowKeys>
      <SpacePreview path={path} params={params} openRow={openRow} />
      <div className="relative overflow-x-auto px-3">
        <table aria-label="Rows of the log" className="figures w-full font-mono text-sm">
          <ExplorerHead columns={columns} path={path} params={params} all={all} chooseAll={cites ? chooseAll : null} />
          <tbody className="divide-y divide-line">
            {lines.map((line) => (
              <ExplorerRow
                key={line.rowId}
                line={line}
                columns={columns}
                href={addressWith(path, params, { row: String(line.rowId) })}
                isOpen={line.rowId === openRow}
                isChosen={chosen.has(line.rowId)}
                choose={cites ? choose : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {cites && <CiteBar rowIds={cited} chosen={chosen.size} clear={() => setChosen(new Set())} {...citing} />}
    </RowKeys>
  )
}
