/** Draws the data of a finding's picture: the same marks on the page and in every export. */

import { figure } from '@/lib/analysis/figures'
import { histogram } from '@/lib/charts/histogram'
import { horizontalBars } from '@/lib/charts/horizontal-bars'
import { intervalPlot } from '@/lib/charts/interval-plot'
import type { Chart } from '@/lib/charts/mark'
import { tippettPlot } from '@/lib/charts/tippett-plot'
import { formatAmount } from '@/lib/platform/format-number'
import type { DistributionChart, FindingChart, IntervalsChart, LinksChart, WeightsChart } from './finding-chart'

/** The charts of a finding in their order (one, or one per method), `width` points wide. */
export function drawFinding(chart: FindingChart, width = 720): Chart[] {
  if (chart.kind === 'distribution') return [drawDistribution(chart, width)]
  if (chart.kind === 'links') return [drawLinks(chart, width)]
  const weights = chart.weights ? [drawWeights(chart.weights, width), drawTippett(chart.weights, width)] : []
  return [...weights, ...chart.panels.map((_, panel) => drawIntervals(chart, panel, width))]
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
export function drawIntervals({ question, panels, weights }: IntervalsChart, panel: number, width: number): Chart {
  const { title = '', rows = [] } = panels[panel] ?? {}
  const controls = rows.flatMap(({ role, score }) => (role === 'control' && score !== null ? [score] : []))
  const [best] = rows
    .filter(({ role, score }) => role === 'candidate' && score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const above = controls.filter((score) => score >= (best?.score ?? Number.POSITIVE_INFINITY)).length
  const { drawn, left } = mostTelling(rows)
  const plotted = ({ label, role, score, interval: ends, marked }: (typeof rows)[number]) => ({
    label: role === 'control' ? `${label} (control)` : label,
    value: score,
    low: ends?.[0] ?? null,
    high: ends?.[1] ?? null,
    focus: marked || (role === 'candidate' && !rows.some((row) => row.marked)),
    note: 'too few controls to score it against',
  })
  return intervalPlot({
    title: `${title}: ${question}`,
    summary: best
      ? `${best.label} scores highest of the candidates; ${above} of ${formatAmount(controls.length, 'control')} score as high or higher. ${weights ? 'A score ranks; the weight is above.' : 'Not calibrated: this ranks, it does not weigh.'}${leftOut(left)}`
      : 'No candidate has a score: there are too few controls to read it against.',
    rows: drawn.map(plotted),
    further: left.map(plotted),
    measure: 'score centred on the controls',
    interval,
    zero: 0,
    width,
    ...(controls.length > 1 && {
      band: { low: Math.min(...controls), high: Math.max(...controls), label: 'controls' },
    }),
  })
}

const drawnOfEach = 16

/** Of many models those that a reader asks for: the marked candidate, the first candidates, and the controls that score highest. */
export function mostTelling(rows: IntervalsChart['panels'][number]['rows']) {
  const counts = { candidate: 0, control: 0 }
  const isDrawn = rows.map(({ role, marked }) => {
    counts[role] += 1
    return counts[role] <= drawnOfEach || marked
  })
  return { drawn: rows.filter((_, at) => isDrawn[at]), left: rows.filter((_, at) => !isDrawn[at]) }
}

function leftOut(left: IntervalsChart['panels'][number]['rows']): string {
  if (left.length === 0) return ''
  return ` Drawn are the first candidates and the controls that score highest; the result has ${formatAmount(left.length, 'further model')}, and the band spans all controls.`
}

/** The weight of every candidate, with its interval, between the limits of the calibration. */
export function drawWeights({ rows, limits }: WeightsChart, width: number): Chart {
  const above = rows.filter(({ interval: ends }) => (ends?.[0] ?? 0) > 0)
  return intervalPlot({
    title: 'How much more probable are the answers if the suspect learned from the candidate than if not?',
    summary:
      above.length > 0
        ? `The interval of ${above.map(({ label }) => label).join(' and of ')} lies above 0.`
        : 'No candidate’s interval lies above 0.',
    rows: rows.map(({ label, score, interval: ends, marked }) => ({
      label,
      value: score,
      low: ends?.[0] ?? null,
      high: ends?.[1] ?? null,
      focus: marked || !rows.some((row) => row.marked),
    })),
    measure: 'log10 likelihood ratio; 1 is ten to one',
    interval: '95% interval over prompts and calibration, for all candidates at once',
    zero: 0,
    width,
    band: { low: limits[0], high: limits[1], label: 'what the calibration can support' },
  })
}

/** How many known pairs of each kind reach a weight, with the candidates marked (Tippett plot). */
export function drawTippett({ rows, limits, tippett }: WeightsChart, width: number): Chart {
  const marked = rows.filter((row) => row.marked)
  const [best] = marked.length > 0 ? marked : rows
  const reached =
    best?.score == null ? null : tippett.unrelated.filter((value) => value >= (best.score ?? 0)).length - 1
  return tippettPlot({
    title: 'How often do pairs of known relation reach such a weight?',
    summary:
      best?.score == null || reached === null
        ? 'The candidate has no weight.'
        : `About ${Math.max(0, reached)}% of the calibration’s unrelated comparisons reach the weight of ${best.label} or more, with their suspect’s family held out.`,
    pairs: [
      { label: 'documented students', percentiles: tippett.related, focus: true },
      { label: 'unrelated models', percentiles: tippett.unrelated },
    ],
    cases: best?.score == null ? [] : [{ label: best.label, value: best.score }],
    measure: 'log10 likelihood ratio',
    limits,
    width,
  })
}
