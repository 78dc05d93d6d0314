/** One cluster of a dataset: everything that its page and the pages of its rows show, within the actor's scope. */

import type { DatasetKey } from '@/lib/analysis/dataset/dataset-page'
import { datasetHead, readableAccounts, signalsOf } from '@/lib/analysis/dataset/dataset-queries'
import { linksChart } from '@/lib/analysis/findings/finding-chart'
import { offerOf } from '@/lib/analysis/findings/finding-offer'
import { whyNotEditCase } from '@/lib/analysis/findings/findings-page'
import type { SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { caseSubjects } from '@/lib/cases/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { clusterExplanations } from '@/lib/signals/clusters/cluster-explanations'
import { clusterNetwork } from './cluster-network'
import { clusterSignalViews } from './cluster-signal-words'
import { clusterSentence } from './cluster-words'
import { trafficOf } from './traffic-of-cluster'

/** The cluster of that id in the newest result. Throws `not-found` when the result holds none. */
export async function clusterOf(actor: PersonActor, key: DatasetKey, id: string) {
  const head = await datasetHead(actor, key)
  const { run, result } = await signalsOf(head)
  const cluster = await result?.cluster(id)
  if (!run || !result || !cluster) {
    throw new AppError('not-found', 'There is no such cluster in the newest analysis, or it is not open to you.')
  }
  return { head, run, result, cluster }
}

/** The cluster with its picture, its traffic, its signals as one, the explanations of it tested, and what may be done with it. */
export async function clusterPage(actor: PersonActor, key: DatasetKey, id: string) {
  const { head, run, result, cluster } = await clusterOf(actor, key, id)
  const offered = {
    number: key.number,
    run,
    head,
    part: { result: { ...result.head, clusters: [cluster] }, values: [] },
  }
  const [readable, subjects, whyNotAdd, offer, traffic, cells] = await Promise.all([
    readableAccounts(actor, head.case.id),
    caseSubjects(actor, head.case.id),
    whyNotEditCase(actor, key.number),
    offerOf(actor, { ...offered, key: { kind: 'cluster', id } }),
    trafficOf(actor, head, cluster),
    cellsOfMembers(result, cluster.accounts),
  ])
  const ofSubjects = new Set(readable.accounts)
  const signals = await Promise.all(
    clusterSignalViews(cluster).map(async (view) => ({
      ...view,
      offer: await offerOf(actor, { ...offered, key: { kind: 'cluster-signal', signal: view.id, id } }),
    })),
  )
  return {
    ...{ head, cluster, offer, signals, traffic, whyNotAdd },
    sentence: clusterSentence(cluster),
    known: cluster.accounts.filter((account) => ofSubjects.has(account)).length,
    network: clusterNetwork(cluster, ofSubjects),
    links: linksChart(cluster),
    explanations: clusterExplanations(cells, cluster.signals),
    subjects: subjects.map(({ id: subjectId, name }) => ({ id: subjectId, name })),
  }
}

export type ClusterPage = Awaited<ReturnType<typeof clusterPage>>

/** Beyond this many members the tests are counted over the first of them by triage score. */
const mostTested = 2000

async function cellsOfMembers(result: SealedAnalysis, accounts: string[]) {
  const { rows } = await result.accountsPage({ among: new Set(accounts), offset: 0, limit: mostTested })
  return rows.map(({ ranked }) => ranked.signals)
}
