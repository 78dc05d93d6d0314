'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button-style'
import { chartSvg, tableCsv } from '@/lib/charts/chart-files'
import type { Chart } from '@/lib/charts/mark'
import { chartPng } from './chart-png'

type Props = { chart: Chart; fileName: string; heading: ReactNode; picture: ReactNode; table: ReactNode }

function saveText(name: string, type: string, text: string) {
  save(name, new Blob([text], { type }))
}

function save(name: string, bytes: Blob) {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Switches between picture and table and hands both out; the files are made here from the same chart. */
export function ChartFrame({ chart, fileName, heading, picture, table }: Props) {
  const [asTable, setAsTable] = useState(false)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-80">{heading}</div>
        <div className="-mx-2 flex print:hidden">
          <button
            type="button"
            aria-pressed={asTable}
            className={buttonClass('quiet', 'sm')}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'View as chart' : 'View as table'}
          </button>
          <Download
            chart={chart}
            kind="CSV"
            save={() => saveText(`${fileName}.csv`, 'text/csv;charset=utf-8', tableCsv(chart.table))}
          />
          <Download
            chart={chart}
            kind="SVG"
            save={() => saveText(`${fileName}.svg`, 'image/svg+xml', chartSvg(chart))}
          />
          <Download chart={chart} kind="PNG" save={async () => save(`${fileName}.png`, await chartPng(chart))} />
        </div>
      </div>
      {asTable ? table : picture}
    </>
  )
}

function Download({ chart, kind, save }: { chart: Chart; kind: string; save: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Download ${kind}: ${chart.title}`}
      className={buttonClass('quiet', 'sm')}
      onClick={save}
    >
      {kind}
    </button>
  )
}
