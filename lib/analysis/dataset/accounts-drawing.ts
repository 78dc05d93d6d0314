/** Draws when one account, or two over each other, sent requests. */

import { stepWords } from '@/lib/analysis/clusters/traffic-drawing'
import type { Chart } from '@/lib/charts/mark'
import { timeSeries } from '@/lib/charts/time-series'
import { formatAmount } from '@/lib/platform/format-number'
import type { ComparePage } from './account-page'

type Asked = { names: string[]; width: number }

/** A line an account; a bin without a row had no request. */
export function drawAccounts({ step, bins }: ComparePage['traffic'], { names, width }: Asked): Chart {
  const [first, last] = [Math.min(...bins.map(({ at }) => at)), Math.max(...bins.map(({ at }) => at))]
  const moments = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, at) => first + at * step)
  const of = (name: string) =>
    new Map(bins.flatMap(({ account, at, requests }) => (account === name ? [[at, requests]] : [])))
  const series = names.map((name, index) => {
    const counted = of(name)
    return { label: name, focus: index === 0, points: moments.map((at) => ({ at, value: counted.get(at) ?? 0 })) }
  })
  const total = (name: string) => [...of(name).values()].reduce((sum, requests) => sum + requests, 0)
  const said = names.map((name) => `${formatAmount(total(name), 'request')} of ${name}`)
  return timeSeries({
    title: names.length > 1 ? `Were ${names.join(' and ')} busy together?` : `When was ${names[0]} busy?`,
    summary: `${said.join(', ')}.`,
    ...{ series, width, measure: `requests ${stepWords(step)}` },
  })
}
