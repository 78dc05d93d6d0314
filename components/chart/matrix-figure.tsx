'use client'

import type { PointerEvent, ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'
import { formatTick } from '@/lib/charts/frame'
import type { Chart } from '@/lib/charts/mark'
import { type MatrixHeat, matrixHeat, matrixLayout, pairAt } from '@/lib/charts/matrix-heat'
import { ChartFrame } from './chart-frame'
import { ChartSvg } from './chart-svg'
import { ChartTableView } from './chart-table-view'

type Props = Omit<MatrixHeat, 'width'> & { fileName: string; note?: ReactNode }

const wide = 720
const narrow = 358
/** Where `@xl` begins. */
const narrowest = 576
const mostColumns = 40
const listedPairs = 200

/** The matrix of all pairs, drawn here from its values, so that hundreds of models are one small page; the pair under the pointer is read out. */
export function MatrixFigure({ fileName, note, ...matrix }: Props) {
  const [isNarrow, setIsNarrow] = useState(false)
  const measure = useCallback((figure: HTMLElement | null) => {
    if (figure) setIsNarrow(figure.clientWidth < narrowest)
  }, [])
  const chart = useMemo(() => matrixHeat({ ...matrix, width: wide }), [matrix])
  // The paths of hundreds of models are too long to be sent twice: those are drawn small here, once it is known to be narrow.
  const isMany = matrix.labels.length > mostColumns
  const small = useMemo(
    () => (isMany && !isNarrow ? null : matrixHeat({ ...matrix, width: narrow })),
    [matrix, isMany, isNarrow],
  )
  const table = useMemo(() => (isMany ? nearestPairs(matrix) : chart.table), [matrix, chart, isMany])
  return (
    <figure ref={measure} className="@container max-w-[45rem] space-y-3">
      <ChartFrame
        chart={chart}
        fileName={fileName}
        heading={<MatrixCaption {...matrix} />}
        picture={<MatrixPicture {...{ matrix, chart, small }} />}
        table={<ChartTableView table={table} label={matrix.title} />}
      />
      {note && <div className="max-w-[70ch] text-sm text-ink-2">{note}</div>}
    </figure>
  )
}

type Pictured = { matrix: Omit<MatrixHeat, 'width'>; chart: Chart; small: Chart | null }

/** The square, and the pair under the pointer or the finger in words. */
function MatrixPicture({ matrix, chart, small }: Pictured) {
  const [pair, setPair] = useState<string | null>(null)
  const read = (event: PointerEvent) => setPair(pairUnder(event, matrix))
  return (
    <div
      onPointerDown={read}
      onPointerMove={read}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setPair(null)}
    >
      <div className={small ? 'hidden @xl:block' : undefined}>
        <ChartSvg chart={chart} />
      </div>
      {small && (
        <div className="@xl:hidden">
          <ChartSvg chart={small} />
        </div>
      )}
      <p className="figures min-h-5 text-sm text-ink-2">{pair ?? 'Point at a cell to read its pair.'}</p>
    </div>
  )
}

function MatrixCaption({ title, summary }: Pick<MatrixHeat, 'title' | 'summary'>) {
  return (
    <figcaption className="max-w-[70ch]">
      <p className="font-semibold">{title}</p>
      <p className="text-ink-2">{summary}</p>
    </figcaption>
  )
}

function pairUnder({ target, clientX, clientY }: PointerEvent, { labels, values }: Omit<Props, 'fileName'>) {
  const svg = target instanceof Element ? target.closest('svg') : null
  const picture = svg?.getBoundingClientRect()
  if (!svg || !picture) return null
  const width = svg.viewBox.baseVal.width
  const { left, top, cell } = matrixLayout(labels, width)
  const scale = width / picture.width
  const j = Math.floor(((clientX - picture.left) * scale - left) / cell)
  const i = Math.floor(((clientY - picture.top) * scale - top) / cell)
  const [one, other] = [labels[i], labels[j]]
  if (!one || !other || i === j) return null
  const value = values[pairAt(Math.min(i, j), Math.max(i, j), labels.length)] ?? null
  return `${one.name} and ${other.name}: ${value === null ? 'not measured' : formatTick(value)}`
}

function nearestPairs({ labels, values, measure }: Omit<Props, 'fileName'>) {
  const pairs = labels.flatMap(({ name }, i) =>
    labels.slice(i + 1).flatMap((other, k): [string, string, number][] => {
      const value = values[pairAt(i, i + 1 + k, labels.length)]
      return value == null ? [] : [[name, other.name, value]]
    }),
  )
  const rows = pairs.sort((a, b) => b[2] - a[2]).slice(0, listedPairs)
  return { columns: [`The ${rows.length} most alike pairs; the CSV has all`, 'and', measure], rows }
}
