/** The findings: what was measured, the picture and its figures, how, over whom, how surely, and what it does not show. */

import { figure } from '@/lib/analysis/figures'
import type { FindingChart } from '@/lib/analysis/findings/finding-chart'
import { drawFinding, mostTelling } from '@/lib/analysis/findings/finding-drawing'
import type { MethodText } from '@/lib/analysis/findings/finding-exhibit'
import type { Chart } from '@/lib/charts/mark'
import { formatAmount } from '@/lib/platform/format-number'
import type { SummaryContent } from '../summary-content'
import type { SummaryFinding } from '../summary-findings'
import { shortExhibit } from '../summary-words'
import { chartHeight, chartWidth, setChart } from './draw-chart'
import { hash, setFacts } from './facts'
import { label, section, subsection } from './headings'
import { paragraphs } from './section-case'
import { setReport } from './section-report'
import type { Sheet } from './sheet'
import { type Cell, setTable } from './table'
import { span, styles } from './text-style'

/** All findings by their exhibit numbers. */
export function setFindings(sheet: Sheet, { findings }: SummaryContent): void {
  section(sheet, '5', 'Findings')
  if (findings.length === 0) sheet.paragraph('No finding stands in this case.')
  for (const finding of findings) setFinding(sheet, finding)
}

function setFinding(sheet: Sheet, finding: SummaryFinding): void {
  subsection(sheet, `${shortExhibit(finding.exhibit)}  ${finding.title}`)
  for (const part of paragraphs(finding.statement)) sheet.paragraph(part)
  sheet.paragraph([span('Error rate. ', styles.bodyBold), span(finding.errorStatement)])
  const charts = finding.chart ? drawn(finding.chart) : []
  // A picture that goes to the next page leaves its place to the words about it.
  const fits = chartHeight(charts[0]) <= sheet.left
  if (!fits) setMethods(sheet, finding.methods)
  for (const chart of charts) setChart(sheet, chart)
  if (finding.chart) setValues(sheet, finding.chart)
  else sheet.paragraph([span('The result holds no figures to draw.', styles.small)])
  if (fits) setMethods(sheet, finding.methods)
  setCaveats(sheet, finding.caveats)
  if (finding.report) setReport(sheet, finding.report)
  setProvenance(sheet, finding)
}

/** The pictures; one that lists the strongest links says where the others are, which is not the table here. */
function drawn(chart: FindingChart): Chart[] {
  const charts = drawFinding(chart, chartWidth)
  if (chart.kind !== 'links' || chart.further === 0) return charts
  const more = `${formatAmount(chart.further, 'weaker link stands', 'weaker links stand')} in the result, whose hash is given below.`
  return charts.map((one) => ({ ...one, summary: `The ${chart.rows.length} strongest links; ${more}` }))
}

/** The figures behind a picture; those of a distribution are the picture itself, its bins stand in the JSON. */
function setValues(sheet: Sheet, chart: FindingChart): void {
  if (chart.kind === 'distribution') return
  if (chart.kind === 'links') setLinks(sheet, chart)
  else setScores(sheet, chart)
}

function setLinks(sheet: Sheet, chart: Extract<FindingChart, { kind: 'links' }>): void {
  const rows = chart.rows.map(({ label: name, accounts, weight }) => [name, String(accounts), figure(weight)])
  const columns = [
    { label: 'Link', share: 0.6 },
    { label: 'Accounts', share: 0.2, end: true },
    { label: 'Weight', share: 0.2, end: true },
  ]
  setTable(sheet, { columns, rows })
}

function setScores(sheet: Sheet, chart: Extract<FindingChart, { kind: 'intervals' }>): void {
  const columns = [
    { label: 'Method', share: 0.26 },
    { label: 'Model', share: 0.34 },
    { label: 'Score', share: 0.15, end: true },
    { label: '95% interval', share: 0.25, end: true },
  ]
  const weights = chart.weights?.rows.map(scoreRow('log10 LR')) ?? []
  const panels = chart.panels.map(({ title, rows }) => ({ title, ...mostTelling(rows) }))
  const rows = [...weights, ...panels.flatMap(({ title, drawn: listed }) => listed.map(scoreRow(title)))]
  setTable(sheet, { columns, rows })
  const unlisted = Math.max(0, ...panels.map(({ left }) => left.length))
  if (unlisted > 0) sheet.paragraph([span(notListed(unlisted), styles.small)])
}

const notListed = (models: number): string =>
  `Listed are the models that are drawn; by each method ${formatAmount(models, 'further model')} and their scores stand in the JSON of this summary.`

type ScoreRow = Extract<FindingChart, { kind: 'intervals' }>['panels'][number]['rows'][number]

const scoreRow =
  (method: string) =>
  ({ label: name, role, score, interval, marked }: ScoreRow): Cell[] => [
    method,
    [span(role === 'control' ? `${name} (control)` : name, marked ? styles.cellBold : styles.cell)],
    score === null ? 'not scored' : figure(score),
    interval ? `${figure(interval[0])} to ${figure(interval[1])}` : '–',
  ]

function setMethods(sheet: Sheet, methods: MethodText[]): void {
  for (const method of methods) setMethod(sheet, method)
}

function setMethod(sheet: Sheet, method: MethodText): void {
  label(sheet, `Method: ${method.title}`, 60)
  setFacts(sheet, [
    { term: 'Identifier', value: `${method.id}, version ${method.version}` },
    { term: 'Definition', value: method.definition },
    { term: 'Population', value: method.population },
    { term: 'Error rate', value: method.errorRate },
    { term: 'Innocent causes', value: method.innocentExplanations.join('\n') || 'none named' },
    { term: 'Does not show', value: method.cannotShow.join('\n') || 'not stated' },
    { term: 'Source', value: method.source },
  ])
}

function setCaveats(sheet: Sheet, caveats: string[]): void {
  if (caveats.length === 0) return
  label(sheet, 'Caveats')
  sheet.within('L', () => {
    for (const caveat of caveats) sheet.paragraph([span(`–  ${caveat}`, styles.small)], { tag: 'LI', after: 2 })
  })
  sheet.y += 8
}

function setProvenance(sheet: Sheet, { version, inputs, resultSha256 }: SummaryFinding): void {
  label(sheet, 'To make it again', 60)
  setTable(sheet, {
    columns: [
      { label: 'Part', share: 0.3 },
      { label: 'SHA-256', share: 0.7 },
    ],
    rows: [
      ...inputs.map(({ role, name, sha256 }): Cell[] => [
        [span(`${role} `, styles.cellMuted), span(name, styles.cell)],
        hash(sha256),
      ]),
      ['Result (canonical JSON)', hash(resultSha256)],
    ],
  })
  sheet.paragraph([
    span(`Version of the run: ${version}. The request stands in the JSON of this summary.`, styles.small),
  ])
}
