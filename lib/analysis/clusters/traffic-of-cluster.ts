/** The traffic of a cluster as its page draws it; times and counts are no text, so nothing of it is masked. */

import type { DatasetHead } from '@/lib/analysis/dataset/dataset-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { clusterTraffic } from '@/lib/signals/clusters/cluster-traffic'
import type { AccountCluster } from '@/lib/signals/log-analysis'

/** The traffic by the busiest accounts. `head` was found within the actor's scope. */
export async function trafficOf(_actor: PersonActor, head: DatasetHead, { accounts }: AccountCluster) {
  const path = blobPath(Buffer.from(head.sha256, 'hex'))
  return clusterTraffic(interactiveEngine(), { path, accounts })
}

export type TrafficOfCluster = Awaited<ReturnType<typeof trafficOf>>
