/** The rows behind a link or a signal of a cluster, with whose text this person may read enforced inside the engine. */

import type { DatasetKey } from '@/lib/analysis/dataset/dataset-page'
import type { DatasetHead } from '@/lib/analysis/dataset/dataset-queries'
import { type Behind, readableDataset, rowsBy } from '@/lib/analysis/explorer/explorer-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { type ClusterSignalId, clusterSignalIds } from '@/lib/signals/clusters/cluster-cell'
import { clusterRows, clusterRowsMeaning } from '@/lib/signals/clusters/cluster-rows'
import { clusterSignalOf } from '@/lib/signals/clusters/cluster-signals'
import { linkRows } from '@/lib/signals/clusters/link-rows'
import type { AccountCluster, ClusterLink } from '@/lib/signals/log-analysis'
import { clusterOf } from './cluster-queries'
import { attributeName } from './cluster-words'

export type AskedRows = Partial<Record<'signal' | 'attribute' | 'value' | 'account', string>>

const rowsShown = 50
/** Members of a link whose first rows are shown, and how many of each. */
const [accountsShown, rowsEach] = [12, 4]

/** What an address asks of a cluster: the rows of one of its signals, or those that carry one value of its link table. */
export async function clusterRowsPage(actor: PersonActor, key: DatasetKey & { cluster: string }, asked: AskedRows) {
  const { head, cluster } = await clusterOf(actor, key, key.cluster)
  const signal = clusterSignalIds.find((id) => id === asked.signal)
  const found = signal
    ? await ofSignal(actor, { head, cluster, signal })
    : await ofLink(actor, { head, cluster, asked })
  return { head, cluster, ...found }
}

type OfSignal = { head: DatasetHead; cluster: AccountCluster; signal: ClusterSignalId }

async function ofSignal(actor: PersonActor, { head, cluster, signal }: OfSignal) {
  const dataset = await readableDataset(actor, head)
  const path = dataset.parquetPath
  const { sql, params } = clusterRows(signal, { path, accounts: cluster.accounts, limit: rowsShown, offset: 0 })
  const behind = await dataset.engine.rows<Behind>(sql, params)
  return {
    title: clusterSignalOf(signal).title,
    lead: clusterRowsMeaning[signal],
    rows: await rowsBy(dataset, behind),
    members: [],
  }
}

type OfLink = { head: DatasetHead; cluster: AccountCluster; asked: AskedRows }

async function ofLink(actor: PersonActor, { head, cluster, asked }: OfLink) {
  const link = cluster.links.find(({ attribute, value }) => attribute === asked.attribute && value === asked.value)
  if (!link) throw new AppError('not-found', 'The link table of this cluster holds no such value.')
  const dataset = await readableDataset(actor, head)
  const members = membersOf(cluster, link)
  const shown = asked.account === undefined ? members.slice(0, accountsShown) : [asked.account]
  const limit = asked.account === undefined ? rowsEach : rowsShown
  const behind = await Promise.all(
    shown.map((account) => {
      const { sql, params } = linkRows({ path: dataset.parquetPath, account, link, limit, offset: 0 })
      return dataset.engine.rows<Behind>(sql, params)
    }),
  )
  const of = asked.account === undefined ? `the first rows of ${shown.length} of its accounts` : asked.account
  return {
    title: `${attributeName(link.attribute)} ${link.value}`,
    lead: `Rows that carry it: ${of}.`,
    rows: await rowsBy(dataset, behind.flat()),
    members,
  }
}

/** The accounts of the cluster that share the value; all of them for results of before that was kept. */
function membersOf({ accounts }: AccountCluster, { members }: ClusterLink): string[] {
  return members ? members.flatMap((place) => accounts[place] ?? []) : accounts
}
