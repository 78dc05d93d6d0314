/** The data of a finding's picture, the same for the page and for every export. */

import { attributeName, clusterName } from '@/lib/analysis/clusters/cluster-words'
import { figure } from '@/lib/analysis/figures'
import type { AnalysisPart } from '@/lib/analysis/runs/sealed-analysis'
import { type Bin, binValues } from '@/lib/charts/histogram'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { AccountCluster } from '@/lib/signals/log-analysis'
import { signalOf } from '@/lib/signals/signals'
import type { FindingKey } from './finding-key'
import type { RunResult } from './finding-proposal'

/** Where one account stands among all accounts of the log that have a value. */
export type DistributionChart = {
  kind: 'distribution'
  question: string
  unit: string
  account: string
  value: number
  /** The answer in a sentence. */
  summary: string
  bins: Bin[]
}

/** How many accounts share each linking attribute, strongest first. */
export type LinksChart = {
  kind: 'links'
  question: string
  rows: { label: string; accounts: number; weight: number }[]
  /** Links of the cluster that are not listed here. */
  further: number
}

type IntervalRow = {
  label: string
  role: 'candidate' | 'control'
  score: number | null
  interval: [number, number] | null
  /** The one that the finding is about. */
  marked: boolean
}

/** Candidates and controls on one axis, one panel a method; the weights first and the calibration last where there are any. */
export type IntervalsChart = {
  kind: 'intervals'
  question: string
  panels: { method: MethodId; title: string; rows: IntervalRow[] }[]
  weights?: WeightsChart
}

/** log10 likelihood ratios of the candidates beside those of pairs of known relation; percentiles 0 to 100. */
export type WeightsChart = {
  rows: IntervalRow[]
  limits: [number, number]
  tippett: { related: number[]; unrelated: number[] }
}

export type FindingChart = DistributionChart | LinksChart | IntervalsChart

/** The picture of what `key` names, or null when the result holds no figure for it. */
export function findingChart(run: RunResult, key: FindingKey): FindingChart | null {
  if (run.kind === 'COMPARISON') return key.kind === 'candidate' ? intervalsChart(run.result, key.name) : null
  if (key.kind === 'signal') return distributionChart(run, key)
  const cluster = key.kind !== 'candidate' && run.result.clusters.find(({ id }) => id === key.id)
  return cluster ? linksChart(cluster) : null
}

type SignalKey = Extract<FindingKey, { kind: 'signal' }>

/** The distribution of a signal over all accounts with `key.account` in it, from the part of the analysis for that key. */
export function distributionChart(
  { result, values }: AnalysisPart,
  { signal, account }: SignalKey,
): DistributionChart | null {
  const definition = signalOf(signal)
  const value = result.ranked.find((one) => one.account === account)?.signals[signal]?.value ?? null
  if (value === null || !definition) return null
  const below = values.filter((other) => other < value).length
  return {
    kind: 'distribution',
    question: `How does ${account} compare with the other accounts of the log?`,
    summary: `${formatCount(below)} of ${formatAmount(values.length, 'account')} with a value lie below its ${figure(value)} ${definition.value.name}.`,
    ...{ account, value, unit: definition.value.unit, bins: binValues(values, 40) },
  }
}

const listedLinks = 20

/** The strongest links of a cluster. */
export function linksChart({ id, ...cluster }: AccountCluster): LinksChart {
  const links = [...cluster.links].sort((a, b) => b.weight - a.weight || b.accounts - a.accounts)
  return {
    kind: 'links',
    question: `What do the ${cluster.accounts.length} accounts of cluster ${clusterName(id)} share?`,
    rows: links.slice(0, listedLinks).map(({ attribute, value, accounts, weight }) => ({
      label: `${attributeName(attribute)} ${value}`,
      accounts,
      weight,
    })),
    further: Math.max(0, links.length - listedLinks),
  }
}

/** Every candidate and control by each method; `marked` is the one asked about, or null for none. */
function intervalsChart(result: ComparisonResult, marked: string | null): IntervalsChart | null {
  if (marked !== null && !result.candidates.some(({ name }) => name === marked)) return null
  const weights = weightsChart(result, marked)
  return {
    kind: 'intervals',
    ...(weights && { weights }),
    question: `Is a candidate closer to ${result.suspect} than models that cannot have taught it?`,
    panels: result.definitions.map(({ id, title }) => ({
      method: id,
      title,
      rows: [
        ...result.candidates.map(({ name, methods }) => ({
          ...{ label: name, role: 'candidate' as const, marked: name === marked },
          ...methods[id],
        })),
        ...result.controls
          .map(({ name, methods }) => ({ label: name, role: 'control' as const, marked: false, ...methods[id] }))
          .sort((a, b) => (b.score ?? Number.NEGATIVE_INFINITY) - (a.score ?? Number.NEGATIVE_INFINITY)),
      ],
    })),
  }
}

function weightsChart({ candidates, calibration }: ComparisonResult, marked: string | null): WeightsChart | null {
  if (!calibration) return null
  const { limits, tippett } = calibration
  const rows = candidates.map(({ name, log10LR, interval }) => ({
    ...{ label: name, role: 'candidate' as const, marked: name === marked },
    ...{ score: log10LR, interval },
  }))
  return { rows, limits, tippett }
}
