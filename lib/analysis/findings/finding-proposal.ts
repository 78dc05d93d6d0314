/** What an analyst is offered to put into the case: a title and a sentence with every figure, its population and its error rate. */

import { clusterName, clusterSentence } from '@/lib/analysis/clusters/cluster-words'
import { alsoSupported } from '@/lib/analysis/comparison/comparison-words'
import { errorNotEstablished, errorSentence, shortError, weightSentence } from '@/lib/analysis/comparison/weight-words'
import { figure, signed } from '@/lib/analysis/figures'
import type { AnalysisPart } from '@/lib/analysis/runs/sealed-analysis'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { registeredSentence } from '@/lib/planning/plan-words'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { type TestedExplanation, testedExplanations } from '@/lib/signals/explanations/explanation-tests'
import type { LogAnalysis, SignalCell } from '@/lib/signals/log-analysis'
import { signalOf } from '@/lib/signals/signals'
import { clusterSignalLine, proposeClusterSignal } from './cluster-finding'
import type { FindingKey } from './finding-key'

export type FindingProposal = { title: string; statement: string }
/** Of signals, the part that the finding in question rests on. */
export type RunResult = ({ kind: 'SIGNALS' } & AnalysisPart) | { kind: 'COMPARISON'; result: ComparisonResult }

/** The proposal for `key`, or null when the result holds no such thing. */
export function proposeFinding(run: RunResult, key: FindingKey): FindingProposal | null {
  if (run.kind === 'COMPARISON') return key.kind === 'candidate' ? proposeCandidate(run.result, key.name) : null
  if (key.kind === 'signal') return proposeSignal(run.result, key)
  if (key.kind === 'cluster-signal') return proposeClusterSignal(run.result, key, spanOf(run.result))
  return key.kind === 'cluster' ? proposeCluster(run.result, key.id) : null
}

function proposeSignal(result: LogAnalysis, key: Extract<FindingKey, { kind: 'signal' }>): FindingProposal | null {
  const cells = result.ranked.find(({ account }) => account === key.account)?.signals
  const cell = cells?.[key.signal]
  const definition = signalOf(key.signal)
  if (!cells || !cell || !definition) return null
  const { title, value, version } = definition
  const measured =
    cell.value === null
      ? `${title} could not be measured for account ${key.account}: ${cell.why ?? 'no reason was given.'}`
      : `Account ${key.account}: ${figure(cell.value)} ${value.name}.`
  return {
    title: `${title} of account ${key.account}`,
    statement: [
      measured,
      comparedWithPeers(cell),
      `Signal “${definition.id}”, version ${version}, over ${spanOf(result)}.`,
      `${errorNotEstablished} The figure ranks accounts for attention; it does not show why they differ.`,
      cell.value === null ? '' : explanationsSentence(testedExplanations(definition, cells)),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** The tests of innocent explanations in one sentence each, those that the log could say something about. */
function explanationsSentence(tested: TestedExplanation[]): string {
  const said = tested.filter(({ outcome }) => outcome.fit !== 'the log cannot say')
  return said
    .map(
      ({ name, outcome }) => `Innocent explanation “${name}” ${outcome.fit} by a test of this log: ${outcome.because}`,
    )
    .join(' ')
}

/** How a cell stands among its peers, in one sentence. */
export function comparedWithPeers({ percentile, z, peers, why, value }: SignalCell): string {
  if (value === null) return ''
  if (percentile === null) return why ?? `Too few data to compare: ${formatAmount(peers.n, 'peer')}.`
  const among = `Percentile ${figure(percentile)} among ${formatAmount(peers.n, 'account')} (${peers.name})`
  return z === null ? `${among}. ${why ?? 'No z-score.'}` : `${among}; robust z ${signed(z)}.`
}

function spanOf({ rows, accounts, from, to, datasets }: LogAnalysis): string {
  const files = datasets.map(({ file }) => `“${file}”`).join(', ')
  const span = from && to ? `, ${from.slice(0, 10)} to ${to.slice(0, 10)} (UTC)` : ''
  return `${formatAmount(rows, 'row')} of ${formatAmount(accounts, 'account')} in ${files}${span}`
}

function proposeCluster(result: LogAnalysis, id: string): FindingProposal | null {
  const cluster = result.clusters.find((one) => one.id === id)
  if (!cluster) return null
  const count = formatAmount(cluster.accounts.length, 'account')
  return {
    title: `Cluster ${clusterName(id)}: ${count} linked by shared attributes`,
    statement: [
      clusterSentence(cluster),
      `Among ${formatCount(result.accounts)} accounts of the log; each link weighs ln(accounts ÷ accounts that share it). Over ${spanOf(result)}.`,
      `${errorNotEstablished} Shared attributes do not show common control: a reseller, an office or a carrier network shares them too.`,
    ].join(' '),
  }
}

function proposeCandidate(result: ComparisonResult, name: string): FindingProposal | null {
  const rank = result.candidates.findIndex((candidate) => candidate.name === name)
  const candidate = result.candidates[rank]
  if (!candidate) return null
  return {
    title: `${result.suspect} compared with ${name}`,
    statement: [
      `Of ${formatAmount(result.candidates.length, 'candidate')}, ${name} ranks ${rank + 1} in likeness to ${result.suspect}, over ${formatAmount(result.prompts.shared, 'shared prompt')} and against ${formatAmount(result.controls.length, 'control')}.`,
      weightSentence(candidate, result.suspect) ?? unweighed(result, candidate),
      ...alsoSupported(candidate, result.candidates),
      errorSentence(result),
      ...(result.plan ? [registeredSentence(result.plan)] : []),
      'It does not show that training on the output took place, nor who learned from whom.',
    ].join(' '),
  }
}

/** Without a weight the scores are all that there is to state. */
function unweighed({ definitions }: ComparisonResult, { methods }: ComparisonResult['candidates'][number]): string {
  const figures = definitions.map(({ id, version }) => {
    const { score, interval } = methods[id]
    if (score === null) return `${id} (version ${version}): not computable with so few controls`
    const bounds = interval ? `, 95 % interval ${signed(interval[0])} to ${signed(interval[1])}` : ''
    return `${id} (version ${version}): ${signed(score)}${bounds}`
  })
  return `Centred scores: ${figures.join('; ')}. Inconclusive: not calibrated; this ranks, it does not weigh.`
}

/** What a finding weighs, and how often that is wrong, in one line for a list; null when the result does not hold it. */
export function measureLine(run: RunResult, key: FindingKey): string | null {
  const weighed = weighedLine(run, key)
  return weighed && `${weighed} ${run.kind === 'COMPARISON' ? shortError(run.result) : 'Error rate: not established.'}`
}

function weighedLine(run: RunResult, key: FindingKey): string | null {
  if (run.kind === 'COMPARISON') {
    const rank = key.kind === 'candidate' ? run.result.candidates.findIndex(({ name }) => name === key.name) : -1
    const candidate = run.result.candidates[rank]
    if (!candidate) return null
    const { log10LR, verdict } = candidate
    const weight = log10LR == null ? 'No weight: not calibrated.' : `log10 LR ${signed(log10LR)}: ${verdict}.`
    return `Rank ${rank + 1} of ${run.result.candidates.length}. ${weight}`
  }
  if (key.kind === 'signal') {
    const cell = run.result.ranked.find(({ account }) => account === key.account)?.signals[key.signal]
    return cell ? comparedWithPeers(cell) || cell.why : null
  }
  if (key.kind === 'cluster-signal') return clusterSignalLine(run.result, key)
  const cluster = key.kind === 'cluster' && run.result.clusters.find(({ id }) => id === key.id)
  return cluster ? `Cluster score ${figure(cluster.score)}.` : null
}
