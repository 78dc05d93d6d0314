/** Draws how a signal of one account ran over time. */

import { heatGrid } from '@/lib/charts/heat-grid'
import type { Chart } from '@/lib/charts/mark'
import { timeSeries } from '@/lib/charts/time-series'
import { formatAmount, formatShare } from '@/lib/platform/format-number'
import type { ChartDay } from '@/lib/signals/signal-charts'
import { signalOf } from '@/lib/signals/signals'
import type { SignalCourse } from './signal-course'

const day = 86_400_000

/** A grid of the week for `rhythm`; for the others requests per day with those that carry the signal. */
export function drawCourse({ signal, account, data }: SignalCourse, width: number): Chart {
  if (data.kind === 'hours-of-week') return drawWeek(account, data.requests, width)
  return drawDays({ account, title: signalOf(signal)?.title ?? signal, plain: signal === 'volume' }, data.days, width)
}

function drawWeek(account: string, requests: number[], width: number): Chart {
  const covered = requests.filter((count) => count > 0).length
  return heatGrid({
    title: `At what hours does ${account} send requests?`,
    summary: `${covered} of the 168 hours of a week have requests.`,
    cells: Array.from({ length: 7 }, (_, row) => requests.slice(row * 24, row * 24 + 24)),
    measure: 'requests',
    width,
  })
}

type Named = { account: string; title: string; plain: boolean }

function drawDays({ account, title, plain }: Named, days: ChartDay[], width: number): Chart {
  const total = days.reduce((sum, { requests }) => sum + requests, 0)
  const carrying = days.reduce((sum, one) => sum + one.carrying, 0)
  const line = (label: string, countOf: (one: ChartDay) => number, focus: boolean) => ({
    label,
    focus,
    points: everyDay(days, countOf),
  })
  const requests = line('all requests', (one) => one.requests, plain)
  const share = total > 0 ? formatShare(carrying / total) : 'none'
  return timeSeries({
    title: `When did ${account} send ${plain ? 'how much' : 'such requests'}?`,
    summary: plain
      ? `${formatAmount(total, 'request')} on ${formatAmount(days.length, 'day')}.`
      : `${formatAmount(carrying, 'request')} of ${total.toLocaleString('en')} (${share}) carry “${title.toLowerCase()}”.`,
    series: plain ? [requests] : [requests, line('carrying it', (one) => one.carrying, true)],
    measure: 'requests per day',
    width,
  })
}

/** A point for every day from the first to the last; a day without a row had no request. */
function everyDay(days: ChartDay[], countOf: (one: ChartDay) => number) {
  const byDay = new Map(days.map((one) => [Date.parse(one.day), countOf(one)]))
  const [first = 0, last = -1] = [Math.min(...byDay.keys()), Math.max(...byDay.keys())]
  const length = byDay.size === 0 ? 0 : Math.round((last - first) / day) + 1
  return Array.from({ length }, (_, at) => ({ at: first + at * day, value: byDay.get(first + at * day) ?? 0 }))
}
