/** Draws the data of a finding's picture: the same marks on the page and in every export. */

import { histogram } from '@/lib/charts/histogram'
import { horizontalBars } from '@/lib/charts/horizontal-bars'
import { intervalPlot } from '@/lib/charts/interval-plot'
import type { Chart } from '@/lib/charts/mark'
import { formatAmount } from '@/lib/platform/format-number'
import { figure } from './figures'
import type { DistributionChart, FindingChart, IntervalsChart, LinksChart } from './finding-chart'

/** The charts of a finding in their order (one, or one per method), `width` points wide. */
export function drawFinding(chart: FindingChart, width = 720): Chart[] {
  if (chart.kind === 'distribution') return [drawDistribution(chart, width)]
  if (chart.kind === 'links') return [drawLinks(chart, width)]
  return chart.panels.map((_, panel) => drawIntervals(chart, panel, width))
}

/** Where an account stands among all. */
export function drawDistribution(chart: DistributionChart, width: number): Chart {
  const { question, summary, bins, unit, account, value } = chart
  const marker = { value, label: `${account}: ${figure(value)}` }
  return histogram({ title: question, summary, bins, measure: unit, counted: 'accounts', marker, width })
}

/** The links of a cluster by weight. */
export function drawLinks({ question, rows, further }: LinksChart, width: number): Chart {
  const bars = rows.map(({ label, accounts, weight }) => ({
    label,
    value: weight,
    text: `${figure(weight)} (${formatAmount(accounts, 'account')})`,
  }))
  const summary = further > 0 ? `The ${rows.length} strongest links; ${further} more are in the table.` : 'All links.'
  return horizontalBars({ title: question, summary, bars, measure: 'weight, ln(N ÷ accounts)', named: 'link', width })
}

const interval = '95% bootstrap interval over prompts'

/** Candidates and controls by one method, over the band of the controls' scores. */
export function drawIntervals({ question, panels }: IntervalsChart, panel: number, width: number): Chart {
  const { title = '', rows = [] } = panels[panel] ?? {}
  const controls = rows.flatMap(({ role, score }) => (role === 'control' && score !== null ? [score] : []))
  const [best] = rows
    .filter(({ role, score }) => role === 'candidate' && score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const above = controls.filter((score) => score >= (best?.score ?? Number.POSITIVE_INFINITY)).length
  return intervalPlot({
    title: `${title}: ${question}`,
    summary: best
      ? `${best.label} scores highest of the candidates; ${above} of ${formatAmount(controls.length, 'control')} score as high or higher. Not calibrated: this ranks, it does not weigh.`
      : 'No candidate has a score: there are too few controls to read it against.',
    rows: rows.map(({ label, role, score, interval: ends, marked }) => ({
      label: role === 'control' ? `${label} (control)` : label,
      value: score,
      low: ends?.[0] ?? null,
      high: ends?.[1] ?? null,
      focus: marked || (role === 'candidate' && !rows.some((row) => row.marked)),
      note: 'too few controls to score it against',
    })),
    measure: 'score centred on the controls',
    interval,
    zero: 0,
    width,
    ...(controls.length > 1 && {
      band: { low: Math.min(...controls), high: Math.max(...controls), label: 'controls' },
    }),
  })
}
