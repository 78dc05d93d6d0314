/** One account of a dataset, and two beside each other: their signals, clusters, traffic and what they share, within the actor's scope. */

import { clusterSentence } from '@/lib/analysis/clusters/cluster-words'
import { type RowBehind, readableDataset, rowsBy } from '@/lib/analysis/explorer/explorer-queries'
import type { SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { found } from '@/lib/platform/policy'
import { blobPath } from '@/lib/platform/storage'
import { clusterTraffic } from '@/lib/signals/clusters/cluster-traffic'
import { sharedSentences, sharedTemplates, sharedValues } from '@/lib/signals/explorer/two-accounts'
import type { AccountCluster } from '@/lib/signals/log-analysis'
import type { DatasetKey } from './dataset-page'
import { type DatasetHead, datasetHead, readableAccounts, signalsOf } from './dataset-queries'
import { matrixRow } from './signal-matrix'

/** What a page says of one account; `row` is null when the newest result does not hold it. */
export type AccountView = Awaited<ReturnType<typeof viewOf>>

/** The account's row of the matrix, its clusters, and its traffic; `not-found` when no row of the log has it. */
export async function accountPage(actor: PersonActor, key: DatasetKey, name: string) {
  const head = await datasetHead(actor, key)
  const [absent] = await absentOf(head, [name])
  found(absent === undefined ? name : null, 'account in this log')
  const [{ run, result }, readable] = await Promise.all([signalsOf(head), readableAccounts(actor, head.case.id)])
  const isSubjects = readable.accounts.includes(name)
  return { head, run, isSubjects, ...(await viewOf(result, name)), traffic: await trafficOf(head, [name]) }
}

async function viewOf(result: SealedAnalysis | null, name: string) {
  const [placed, clusters = []] = await Promise.all([result?.account(name), result?.clustersOf(name)])
  return {
    name,
    matrix: result && placed ? matrixRow(result.head, placed) : null,
    clusters: clusters.map((cluster) => ({
      ...{ id: cluster.id, sentence: clusterSentence(cluster), links: linksOf(cluster, name) },
    })),
  }
}

/** The links of a cluster that the account carries; all for results of before that was kept. */
function linksOf({ accounts, links }: AccountCluster, name: string) {
  const place = accounts.indexOf(name)
  return links.filter(({ members }) => members?.includes(place) ?? true)
}

function trafficOf({ sha256 }: DatasetHead, accounts: string[]) {
  return clusterTraffic(interactiveEngine(), { path: blobPath(Buffer.from(sha256, 'hex')), accounts })
}

/** Those of the names that no row of the log has: of them nothing can be said, not even that they share nothing. */
export async function absentAccounts(actor: PersonActor, key: DatasetKey, names: string[]): Promise<string[]> {
  return absentOf(await datasetHead(actor, key), names)
}

async function absentOf({ sha256 }: DatasetHead, names: string[]): Promise<string[]> {
  const there = await interactiveEngine().rows<{ name: string }>(
    `SELECT DISTINCT account_id AS name FROM file({path:String}, Parquet)
     WHERE account_id IN (SELECT arrayJoin({names:Array(String)}))`,
    { path: blobPath(Buffer.from(sha256, 'hex')), names },
  )
  return names.filter((name) => !there.some((one) => one.name === name))
}

type Pair = { a: string; b: string }

/** Two accounts: their signals, what they share with its weight and rows, their time lines. */
export async function comparePage(actor: PersonActor, key: DatasetKey, pair: Pair) {
  const head = await datasetHead(actor, key)
  const { result } = await signalsOf(head)
  const dataset = await readableDataset(actor, head)
  const [a, b, values, templates, sentences, traffic] = await Promise.all([
    viewOf(result, pair.a),
    viewOf(result, pair.b),
    sharedValues(dataset, { ...pair, total: head.accounts ?? 0 }),
    sharedTemplates(dataset, pair),
    sharedSentences(dataset, pair),
    trafficOf(head, [pair.a, pair.b]),
  ])
  const wanted = templates.flatMap(({ row_a, row_b }) => [row_a, row_b])
  const examples = await rowsBy(
    dataset,
    wanted.map((row_id) => ({ row_id, reason: '' })),
  )
  const byId = new Map(examples.map((row): [number, RowBehind] => [row.rowId, row]))
  return {
    ...{ head, a, b, values, sentences, traffic },
    templates: templates.map((template) => ({
      ...template,
      examples: [byId.get(Number(template.row_a)), byId.get(Number(template.row_b))].filter((row) => row !== undefined),
    })),
    together: a.clusters.filter(({ id }) => b.clusters.some((other) => other.id === id)),
  }
}

export type ComparePage = Awaited<ReturnType<typeof comparePage>>
