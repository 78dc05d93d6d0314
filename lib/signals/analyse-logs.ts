/** Runs every signal over the datasets of one log and ranks its accounts. The same rows give the same bytes. */

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Engine } from '@/lib/platform/engine'
import type { LinkedCluster } from './clusters/account-clusters'
import type { ClusterCells } from './clusters/cluster-cell'
import type { measureClusters } from './clusters/cluster-signals'
import { beginSharedTexts } from './clusters/shared-attributes'
import type {
  AccountCluster,
  AnalysedDataset,
  LogAnalysis,
  RankedAccount,
  SignalCell,
  SignalSummary,
} from './log-analysis'
import type { AnalysedReference, Brought, PromptSetInput } from './references/analysed-reference'
import { byMeaning } from './row-meaning'
import type { Measured, SignalDefinition, SignalId, SignalOutcome } from './signal-definition'
import { signals } from './signals'
import { placeAmongPeers } from './statistics/peer-groups'
import { falseDiscoveryRates } from './statistics/robust-statistics'
import { roundNumbers } from './statistics/significant-digits'
import { allOf } from './steps/all-of'
import { type AnalysisKeeping, keptStepsOf, measureNetworks, measureSignal } from './steps/analysis-steps'
import { triageScores } from './triage'
import { openWorkspace, type Workspace } from './workspace'

/** A dataset: its canonical Parquet at `path`, and what is known of its original. */
export type DatasetInput = AnalysedDataset & { path: string }

export type AnalysisProgress = { step: string; done: number; total: number }

export type AnalyseLogsInput = {
  engine: Engine
  datasets: DatasetInput[]
  seed?: number
  /** Cores per statement; the result does not depend on it. */
  threads?: number
  /** Signals to compute in place of all; clusters are then not measured as one. */
  only?: readonly SignalId[]
  /** What the result names as used besides the prompt sets: where releases and facts of accounts came from. */
  references?: AnalysedReference[]
  /** Where a run that is killed finds again what it had finished; the result does not depend on it. */
  keeping?: AnalysisKeeping
  onProgress?: (progress: AnalysisProgress) => void
} & Brought

/** The analysis of the datasets taken together. Scratch tables are dropped before it resolves or throws. */
export async function analyseLogs(input: AnalyseLogsInput): Promise<LogAnalysis> {
  const { engine, datasets, seed = 1, threads, only, references = [], keeping, onProgress, ...brought } = input
  const chosen = signals.filter(({ id }) => only?.includes(id) ?? true)
  const total = chosen.length + 2
  onProgress?.({ step: 'reading', done: 0, total })
  const reads = only && new Set(chosen.flatMap((signal) => signal.reads ?? []))
  const kept = await keptStepsOf(engine, keeping, { datasets, seed, only, ...brought })
  const workspace = await openWorkspace({ engine, ...byMeaning(datasets), seed, threads, reads, kept, ...brought })
  try {
    const found = new Map<SignalId, Found>()
    const inTurn = async (turn: SignalDefinition[]) => {
      for (const signal of turn) {
        onProgress?.({ step: signal.id, done: found.size + 1, total })
        found.set(signal.id, place(signal, await measureSignal(signal, workspace), workspace))
      }
    }
    // Side by side, so that the engine does not wait for the ranking and the clusters, nor they for it; of a large log one after the
    // other, so that what both gather need not fit into memory together.
    const isLarge = workspace.buckets > manyBuckets
    const texts = !isLarge && chosen.some(({ id }) => id === 'linked-accounts') ? beginSharedTexts(workspace) : null
    const network = inTurn(chosen.filter(({ id }) => ofNetwork.has(id))).then(() => {
      onProgress?.({ step: 'clusters', done: found.size + 1, total })
      return measureNetworks(workspace, only ? [] : workspace.clusters)
    })
    if (isLarge) await network
    await allOf<unknown>([Promise.resolve(texts), network, inTurn(chosen.filter(({ id }) => !ofNetwork.has(id)))])
    onProgress?.({ step: 'ranking', done: total, total })
    const used = [...workspace.promptSets.map(setUsed), ...references]
    return assemble(workspace, datasets, { found, measured: await network, references: used })
  } finally {
    await workspace.close()
  }
}

/** The canonical JSON (RFC 8785) of an analysis: the bytes to hash and keep. */
export function canonicalAnalysis(analysis: LogAnalysis): string {
  return canonicalize(analysis) ?? ''
}

/** A signal's summary and its cells by account. */
type Found = { summary: SignalSummary; cells: Map<string, SignalCell> }

/** Signals that use what the one before them found, in the order of `signals`. */
const ofNetwork: ReadonlySet<SignalId> = new Set(['templates', 'linked-accounts'])

/** A log of more buckets than this is measured one statement at a time. */
const manyBuckets = 4

function place({ id, version }: SignalDefinition, outcome: SignalOutcome, { profiles }: Workspace): Found {
  const measured = outcome.computable ? outcome.accounts : []
  const cells = placeAmongPeers(measured, profiles)
  const why = outcome.computable ? null : outcome.why
  return { cells, summary: { id, version, computable: outcome.computable, why, flagged: flagged(measured, cells) } }
}

const setUsed = ({ name, sha256, entries }: PromptSetInput): AnalysedReference => ({
  ...{ kind: 'prompt-set', name, sha256, entries },
})

type All = {
  found: Map<SignalId, Found>
  measured: Awaited<ReturnType<typeof measureClusters>>
  references: AnalysedReference[]
}

function assemble(workspace: Workspace, datasets: DatasetInput[], { found, measured, references }: All): LogAnalysis {
  const inOrder = signals.flatMap(({ id }) => found.get(id) ?? [])
  const cells = new Map([...workspace.profiles.keys()].map((account) => [account, cellsOf(account, inOrder)]))
  const scores = triageScores(cells, workspace.clusters)
  const ranked = [...cells].map(([account, signals]) => ({ account, score: scores.get(account) ?? 0, signals }))
  ranked.sort((a, b) => b.score - a.score || (a.account < b.account ? -1 : 1))
  const { rows, accounts, from, to } = workspace.facts
  return roundNumbers({
    rows,
    rejected: datasets.reduce((sum, { rejected }) => sum + rejected, 0),
    accounts,
    from: from === null ? null : new Date(from).toISOString(),
    to: to === null ? null : new Date(to).toISOString(),
    datasets: datasets.map(({ file, format, sha256, rows, rejected }) => ({ file, format, sha256, rows, rejected })),
    references,
    signals: inOrder.map(({ summary }) => summary),
    ranked,
    cluster_signals: measured.summaries,
    clusters: scoredClusters(workspace.clusters, ranked, measured.cells),
  })
}

function cellsOf(account: string, found: Found[]): RankedAccount['signals'] {
  const cells: Partial<RankedAccount['signals']> = {}
  for (const { cells: all, summary } of found) cells[summary.id] = all.get(account) ?? missing(summary.why)
  return cells as RankedAccount['signals']
}

/** Clusters named by their content, scored by the mean score of their members, highest first. */
function scoredClusters(clusters: LinkedCluster[], ranked: RankedAccount[], cells: ClusterCells[]): AccountCluster[] {
  const scoreOf = new Map(ranked.map(({ account, score }) => [account, score]))
  const scored = clusters.map(({ accounts, links }, index) => {
    const sum = accounts.reduce((total, account) => total + (scoreOf.get(account) ?? 0), 0)
    return { id: clusterId(accounts), accounts, score: sum / accounts.length, links, signals: cells[index] }
  })
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** The same members have the same id, in any log. */
function clusterId(accounts: string[]): string {
  return `cluster-${createHash('sha256').update(accounts.join('\n')).digest('hex').slice(0, 12)}`
}

function missing(why: string | null): SignalCell {
  const reason = why ?? 'No request of this account carries what the signal needs.'
  return { value: null, why: reason, percentile: null, z: null, peers: { name: 'all accounts', n: 0 }, measures: {} }
}

/** Robust z of 3.5 or more, and where the signal gives p-values also a false discovery rate of 5 % or less. */
function flagged(measured: Measured[], cells: Map<string, SignalCell>): number {
  const tested = measured.filter(({ p }) => typeof p === 'number')
  const rates = falseDiscoveryRates(tested.map(({ p }) => p ?? 1))
  const rateOf = new Map(tested.map(({ account }, index) => [account, rates[index] ?? 1]))
  return measured.filter(({ account }) => (cells.get(account)?.z ?? 0) >= 3.5 && (rateOf.get(account) ?? 0) <= 0.05)
    .length
}
