/** An analysis as a table for a terminal: the first accounts with each signal, then the networks. */

import type { AccountCluster, LogAnalysis, RankedAccount } from './log-analysis'
import type { SignalId } from './signal-definition'
import { triageName, triageWeights } from './triage'

const shownAccounts = 20
const shownClusters = 5
const shownLinks = 5

/** Plain text that ends with a line break. Control characters of the log are shown as `?`. */
export function analysisTable(analysis: LogAnalysis): string {
  const { rows, rejected, accounts, from, to, signals, ranked, clusters } = analysis
  const span = from && to ? `, ${from} to ${to}` : ''
  const lines = [`${rows} rows of ${accounts} accounts${span}; ${rejected} rejected.`, '']
  for (const { id, why } of signals) if (why) lines.push(`${id} is not computable: ${why}`)
  lines.push(
    ...accountLines(
      ranked,
      signals.filter(({ id, computable }) => computable && triageWeights[id] > 0).map(({ id }) => id),
    ),
    '',
  )
  for (const cluster of clusters.slice(0, shownClusters)) lines.push(...clusterLines(cluster), '')
  if (clusters.length > shownClusters) lines.push(`${clusters.length - shownClusters} more networks are in the JSON.`)
  const beside = signals.filter(({ id, computable }) => computable && triageWeights[id] === 0)
  if (beside.length > 0) lines.push(`With weight 0, in the JSON: ${beside.map(({ id }) => id).join(', ')}.`)
  lines.push('Values stand with the robust z among peers. Error rates are not established; a rank is no finding.')
  return `${lines.map(printable).join('\n')}\n`
}

function accountLines(ranked: RankedAccount[], ids: SignalId[]): string[] {
  const shown = ranked.slice(0, shownAccounts)
  const width = Math.min(40, Math.max(7, ...shown.map(({ account }) => account.length)))
  const columns = ids.map((id) => Math.max(id.length, 15))
  const head = ['account'.padEnd(width), 'score'.padStart(6), ...ids.map((id, at) => id.padStart(columns[at] ?? 0))]
  const body = shown.map(({ account, score, signals }) => {
    const cells = ids.map((id, at) => cellText(signals[id]).padStart(columns[at] ?? 0))
    return [account.slice(0, width).padEnd(width), score.toFixed(2).padStart(6), ...cells].join('  ')
  })
  const more = ranked.length > shown.length ? [`${ranked.length - shown.length} more accounts are in the JSON.`] : []
  return [`Score: ${triageName}.`, head.join('  '), ...body, ...more]
}

function cellText({ value, z }: RankedAccount['signals'][SignalId]): string {
  if (value === null) return 'no value'
  return `${Number(value.toPrecision(3))} (z ${z === null ? 'none' : z.toFixed(1)})`
}

function clusterLines({ id, accounts, score, links }: AccountCluster): string[] {
  const list = links.slice(0, shownLinks)
  return [
    `${id}: ${accounts.length} accounts, mean score ${score.toFixed(2)}, linked by ${links.length} shared values:`,
    ...list.map(
      (link) => `  ${link.attribute} ${link.value}: ${link.accounts} accounts, weight ${link.weight.toFixed(2)}`,
    ),
  ]
}

const printable = (line: string) =>
  line.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '?')
