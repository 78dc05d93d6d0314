/** The steps of an analysis that a run which was killed need not do again, and what their results depend on. */

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Engine } from '@/lib/platform/engine'
import type { LinkedCluster } from '@/lib/signals/clusters/account-clusters'
import { clusterSignals, measureClusters } from '@/lib/signals/clusters/cluster-signals'
import { computeSignal } from '@/lib/signals/compute-signal'
import type { AnalysedDataset } from '@/lib/signals/log-analysis'
import type { Brought } from '@/lib/signals/references/analysed-reference'
import type { SignalDefinition, SignalId, SignalOutcome } from '@/lib/signals/signal-definition'
import { signals } from '@/lib/signals/signals'
import { requestFeatures } from '@/lib/signals/texts/request-features'
import type { Workspace } from '@/lib/signals/workspace'
import { nothingKept, openKeptSteps, type StepNews } from './kept-steps'

/** Where finished steps are kept: a folder of this analysis alone, which the engine reaches under the same path. */
export type AnalysisKeeping = { folder: string; onStep?: (news: StepNews) => void }

type Asked = { datasets: readonly AnalysedDataset[]; seed: number; only?: readonly SignalId[] } & Brought

/** Raised when a step leaves something else behind although no signal has a new version. */
const version = 1

/** The steps kept of this very analysis; without a place to keep them, none. */
export async function keptStepsOf(engine: Engine, keeping: AnalysisKeeping | undefined, asked: Asked) {
  if (!keeping) return nothingKept
  return await openKeptSteps({ engine, ...keeping, key: keyOf(asked) })
}

/** Not the number of threads, since no result hangs on it, nor any path, since a file lies under its hash. */
function keyOf({ datasets, seed, only, promptSets = [], releases = [], accountFacts = [] }: Asked): string {
  const versions = [...signals, ...clusterSignals].map(({ id, version }) => `${id}/${version}`)
  const inputs = datasets.map(({ format, sha256, rows }) => ({ format, sha256, rows }))
  const sets = promptSets.map(({ sha256, hashesOnly }) => ({ sha256, hashesOnly }))
  // What is kept of each request is the statement that makes it.
  const features = [requestFeatures.create('t', true), requestFeatures.fill('t', 0, true)]
  const all = { version, versions, features, inputs, seed, only: only ?? null, sets, releases, accountFacts }
  return createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(all))) ?? '')
    .digest('hex')
}

/** The outcome of a signal. `templates` is read off tables that are kept, and `linked-accounts` finds the clusters besides. */
export async function measureSignal(signal: SignalDefinition, workspace: Workspace): Promise<SignalOutcome> {
  const { kept } = workspace
  if (signal.id === 'templates') return await computeSignal(signal, workspace)
  if (signal.id !== 'linked-accounts') return await kept.result(signal.id, () => computeSignal(signal, workspace))
  type Linked = { outcome: SignalOutcome; clusters: LinkedCluster[] }
  const { outcome, clusters } = await kept.result<Linked>(signal.id, async () => {
    const found = await computeSignal(signal, workspace)
    return { outcome: found, clusters: workspace.clusters }
  })
  workspace.clusters = clusters
  return outcome
}

/** What became of the signals of `clusters`. */
export function measureNetworks(workspace: Workspace, clusters: LinkedCluster[]): ReturnType<typeof measureClusters> {
  return workspace.kept.result('clusters', () => measureClusters(workspace, clusters))
}
