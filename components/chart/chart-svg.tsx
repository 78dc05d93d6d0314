import { useId } from 'react'
import type { Chart } from '@/lib/charts/mark'
import { Marks } from './mark-view'

/** The picture itself, as wide as its place, one point a pixel at its own width. */
export function ChartSvg({ chart }: { chart: Chart }) {
  const id = useId()
  return (
    <svg
      viewBox={`0 0 ${chart.width} ${Math.ceil(chart.height)}`}
      width={chart.width}
      height={Math.ceil(chart.height)}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      className="figures block h-auto max-w-full"
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-desc`}>{chart.summary}</desc>
      <Marks marks={chart.marks} />
    </svg>
  )
}
