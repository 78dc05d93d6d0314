/** Draws the overview of a dataset: its course over time, its models, and its busiest accounts. */

import { horizontalBars } from '@/lib/charts/horizontal-bars'
import type { Chart } from '@/lib/charts/mark'
import { timeSeries } from '@/lib/charts/time-series'
import { formatAmount } from '@/lib/platform/format-number'
import type { Course, Share } from '@/lib/signals/explorer/dataset-overview'

/** "an hour", "15 minutes": how long a bin is. */
function words(step: number): string {
  const [minutes, hours, days] = [step / 60_000, step / 3_600_000, step / 86_400_000]
  if (days >= 1) return days === 1 ? 'a day' : `in ${days} days`
  if (hours >= 1) return hours === 1 ? 'an hour' : `in ${hours} hours`
  return minutes === 1 ? 'a minute' : `in ${minutes} minutes`
}

/** All requests, and those of accounts whose text the reader may see. */
export function drawCourseOfLog({ step, bins }: Course, width: number): Chart {
  const [first = 0, last = -1] = [bins[0]?.at, bins.at(-1)?.at]
  const byTime = new Map(bins.map((bin) => [bin.at, bin]))
  const moments = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, at) => first + at * step)
  const line = (label: string, of: 'requests' | 'ours', focus: boolean) => ({
    ...{ label, focus },
    points: moments.map((at) => ({ at, value: byTime.get(at)?.[of] ?? 0 })),
  })
  const total = (of: 'requests' | 'ours') => bins.reduce((sum, bin) => sum + bin[of], 0)
  const ours = total('ours')
  return timeSeries({
    title: 'When were requests sent?',
    summary: `${formatAmount(total('requests'), 'request')} with a time${ours > 0 ? `, ${formatAmount(ours, 'request')} of accounts that you may read` : ''}.`,
    series: [line('all', 'requests', ours === 0), ...(ours > 0 ? [line('readable', 'ours', true)] : [])],
    measure: `requests ${words(step)}`,
    width,
  })
}

type Shares = { shares: Share[]; all: number; requests: number; named: 'model' | 'account'; width: number }

/** The models or accounts with most requests. */
export function drawShares({ shares, all, requests, named, width }: Shares): Chart {
  const [first] = shares
  const share = first && requests > 0 ? Math.round((first.requests / requests) * 100) : 0
  return horizontalBars({
    title: named === 'model' ? 'Which models were asked?' : 'Who sent most?',
    summary: !first
      ? 'No request.'
      : first.name
        ? `${formatAmount(all, named)}; ${first.name} has ${share} % of the requests.`
        : `${share} % of the requests name no ${named}.`,
    bars: shares.map(({ name, requests: value }) => ({ label: name || 'none named', value })),
    ...{ measure: 'requests', named, width },
  })
}
