/** A finding with all that a reader outside the system needs to weigh and to reproduce it. */

import { errorNotEstablished, errorSentence } from '@/lib/analysis/comparison/weight-words'
import { comparisonReport } from '@/lib/analysis/report/comparison-report'
import type { ComparisonReport } from '@/lib/analysis/report/report-section'
import type { RunView } from '@/lib/analysis/runs/result-queries'
import { planSentences } from '@/lib/planning/plan-words'
import { clusterSignalOf } from '@/lib/signals/clusters/cluster-signals'
import type { SignalText } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { type FindingChart, findingChart } from './finding-chart'
import { type FindingKey, readFindingKey } from './finding-key'
import type { RunResult } from './finding-proposal'

export type MethodText = {
  id: string
  version: string
  title: string
  /** What it measures, with its formula. */
  definition: string
  source: string
  population: string
  errorRate: string
  innocentExplanations: string[]
  cannotShow: string[]
}

type ExhibitInput = { role: string; name: string; sha256: string }

export type FindingExhibit = {
  findingId: string
  runId: string
  key: string
  kind: 'SIGNALS' | 'COMPARISON'
  title: string
  statement: string
  /** Version of the whole run: every signal, or the comparison. */
  version: string
  methods: MethodText[]
  /** Null when the result holds nothing to draw, e.g. a signal that could not be measured. */
  chart: FindingChart | null
  errorStatement: string
  inputs: ExhibitInput[]
  resultSha256: string
  requestText: string
  /** Names of inputs that were withdrawn since. */
  withdrawn: string[]
  caveats: string[]
  /** Of a comparison: every item of its report and the checklist that follows from them. */
  report: ComparisonReport | null
}

type Parts = {
  finding: { id: string; key: string; title: string; statement: string }
  run: RunView
  result: RunResult
  resultSha256: string
}

/** The exhibit of one finding. Pure: the same stored finding and result give the same exhibit. */
export function exhibitOf({ finding, run, result, resultSha256 }: Parts): FindingExhibit {
  const key = readFindingKey(finding.key)
  return {
    findingId: finding.id,
    runId: run.id,
    key: finding.key,
    kind: run.kind,
    title: finding.title,
    statement: finding.statement,
    version: run.version,
    methods: methodsOf(result, key),
    chart: key && findingChart(result, key),
    errorStatement: result.kind === 'COMPARISON' ? errorSentence(result.result) : errorNotEstablished,
    inputs: run.request.inputs.map(asInput),
    resultSha256,
    requestText: run.requestText,
    withdrawn: run.withdrawn,
    caveats: result.kind === 'COMPARISON' ? [...planSentences(result.result.plan), ...result.result.caveats] : [],
    report: reportOf({ run, result, resultSha256 }, key),
  }
}

function reportOf({ run, result, resultSha256 }: Omit<Parts, 'finding'>, key: FindingKey | null) {
  if (result.kind !== 'COMPARISON' || run.request.kind !== 'COMPARISON' || key?.kind !== 'candidate') return null
  const { request, collected, requestedBy: analyst } = run
  const facts = { result: result.result, request, resultSha256, collected, analyst }
  return comparisonReport(facts, key.name)
}

function asInput(input: RunView['request']['inputs'][number]): ExhibitInput {
  if ('role' in input) return { role: input.role, name: input.name, sha256: input.sha256 }
  return { role: 'dataset', name: input.evidenceName, sha256: input.sha256 }
}

function methodsOf(run: RunResult, key: FindingKey | null): MethodText[] {
  if (run.kind === 'COMPARISON') {
    return run.result.definitions.map(({ sentence, formula, innocentExplanations, cannotShow, ...method }) => ({
      ...method,
      definition: `${sentence} ${formula}`,
      innocentExplanations: [...innocentExplanations],
      cannotShow: [...cannotShow],
    }))
  }
  if (key?.kind === 'cluster-signal') {
    const { comparedWith, ...signal } = clusterSignalOf(key.signal)
    const summary = run.result.cluster_signals?.find(({ id }) => id === key.signal)
    return [methodText({ ...signal, peerGroup: comparedWith }, summary?.version)]
  }
  const id = key?.kind === 'signal' ? key.signal : 'linked-accounts'
  const signal = signalOf(id)
  return signal ? [methodText(signal, run.result.signals.find((one) => one.id === id)?.version)] : []
}

/** The text of a signal, with a note when the result is of another version than this program carries. */
function methodText(signal: SignalText & { id: string }, measured = signal.version): MethodText {
  const { id, title, question, definition, source, peerGroup, errorRate } = signal
  const other =
    measured === signal.version
      ? ''
      : `Measured by version ${measured}; this program carries the text of version ${signal.version}: `
  return {
    ...{ id, version: measured, title, source, errorRate },
    innocentExplanations: signal.innocentExplanations.map(({ name, how }) => `${name}: ${how}`),
    definition: `${other}${question} ${definition}`,
    population: peerGroup,
    cannotShow: [signal.cannotShow],
  }
}
