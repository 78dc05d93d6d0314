import { ChartBrush } from '@/components/chart/chart-brush'
import { ChartFigure } from '@/components/chart/chart-figure'
import { ChartFrame } from '@/components/chart/chart-frame'
import { ChartSvg } from '@/components/chart/chart-svg'
import { ChartTableView } from '@/components/chart/chart-table-view'
import type { SearchParams } from '@/components/table/search-params'
import type { DatasetHead } from '@/lib/analysis/dataset/dataset-queries'
import { drawCourseOfLog, drawShares } from '@/lib/analysis/dataset/overview-drawing'
import { datasetOverview, type Overview } from '@/lib/analysis/dataset/overview-page'
import type { PersonActor } from '@/lib/platform/actor'
import { SpanForm } from './span-form'

type Props = {
  actor: PersonActor
  head: DatasetHead
  path: string
  params: SearchParams & { from?: string; until?: string }
}

/** The log at a glance: its course over time, of which a span can be chosen, and the models and accounts of that span. */
export async function DatasetOverview({ actor, head, path, params }: Props) {
  const overview = await datasetOverview(actor, head, params)
  const { models, accounts, counts } = overview
  return (
    <div className="space-y-6">
      {overview.course && <Course {...{ overview, path, params }} />}
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
        <ChartFigure
          draw={(width) =>
            drawShares({ shares: models, all: counts.models, requests: counts.requests, named: 'model', width })
          }
          fileName="models"
        />
        <ChartFigure
          draw={(width) =>
            drawShares({ shares: accounts, all: counts.accounts, requests: counts.requests, named: 'account', width })
          }
          fileName="busiest-accounts"
        />
      </div>
    </div>
  )
}

type CourseProps = { overview: Overview; path: string; params: SearchParams }

function Course({ overview: { course, span }, path, params }: CourseProps) {
  if (!course) return null
  const drawn = { wide: drawCourseOfLog(course, 1120), narrow: drawCourseOfLog(course, 358) }
  const picture = (chart: typeof drawn.wide) => (
    <div className="relative w-full">
      <ChartSvg chart={chart} />
      {chart.axis && (
        <ChartBrush
          chart={{ width: chart.width, height: chart.height, axis: chart.axis }}
          {...{ span, path, params }}
        />
      )}
    </div>
  )
  return (
    <figure className="@container max-w-[70rem] space-y-3">
      <ChartFrame
        chart={drawn.wide}
        fileName="requests-over-time"
        heading={
          <figcaption className="max-w-[70ch]">
            <p className="font-semibold">{drawn.wide.title}</p>
            <p className="text-ink-2">{drawn.wide.summary} Drag over a span to keep to it.</p>
          </figcaption>
        }
        picture={
          <>
            <div className="hidden @xl:block">{picture(drawn.wide)}</div>
            <div className="@xl:hidden">{picture(drawn.narrow)}</div>
          </>
        }
        table={<ChartTableView table={drawn.wide.table} label={drawn.wide.title} />}
      />
      <SpanForm span={span} path={path} params={params} />
    </figure>
  )
}
