import type { ReactNode } from 'react'
import type { Chart } from '@/lib/charts/mark'
import { ChartFrame } from './chart-frame'
import { ChartSvg } from './chart-svg'
import { ChartTableView } from './chart-table-view'

type Props = {
  /** Draws the chart at a width: `(width) => histogram({ …, width })`. Called for 720 and for 358 points. */
  draw: (width: number) => Chart
  /** Under the picture: definition, population, error rate, source. */
  note?: ReactNode
  /** The name of downloaded files, without ending. */
  fileName: string
}

/** The one chart shell: question, answer, picture (a narrow drawing where it is narrow), the same figures as a table, downloads. */
export function ChartFigure({ draw, note, fileName }: Props) {
  const chart = draw(720)
  return (
    <figure className="@container max-w-[45rem] space-y-3">
      <ChartFrame
        chart={chart}
        fileName={fileName}
        heading={
          <figcaption className="max-w-[70ch]">
            <p className="font-semibold">{chart.title}</p>
            <p className="text-ink-2">{chart.summary}</p>
          </figcaption>
        }
        picture={
          <>
            <div className="hidden @xl:block">
              <ChartSvg chart={chart} />
            </div>
            <div className="@xl:hidden">
              <ChartSvg chart={draw(358)} />
            </div>
          </>
        }
        table={<ChartTableView table={chart.table} label={chart.title} />}
      />
      {note && <div className="max-w-[70ch] text-sm text-ink-2">{note}</div>}
    </figure>
  )
}
