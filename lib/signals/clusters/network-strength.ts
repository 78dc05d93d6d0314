/** How much a network says: by what its members do, and by how it is worked. An organisation that does not hide says less. */

import { spread } from '@/lib/signals/statistics/robust-statistics'
import type { LinkedCluster } from './account-clusters'

/** What a strength is made of: the conduct of each member, its requests, and the requests of every account of the log. */
export type NetworkFacts = { conduct: number[]; requests: number[]; allRequests: number[] }

/** A mean conduct of its members of this much counts in full. */
export const fullConduct = 2

/** One script in all accounts counts by this, whatever else they do; evenly dealt work by as much again. */
export const sameScript = 0.5
const evenWork = 0.5

/** Volumes that differ this much as those of all accounts, or less, are dealt out; as much or more, they are customers'. */
const [dealtOut, customers] = [0.4, 1]

/** Fewer members are even by chance. */
const fewestEven = 8

/** A public recipe gives strangers the same two prompts: a network tied by so little, and by nothing else, counts by this. */
export const fewTexts = 0.5

/** Everything that an organisation does in the open counts by this. */
export const inTheOpen = 0.4

/** 0 to 1: the greater of the mean conduct, and of what one script and even work say; less for an organisation in the open, or few texts. */
export function networkStrength(cluster: LinkedCluster, { conduct, requests, allRequests }: NetworkFacts): number {
  const mean = conduct.reduce((sum, one) => sum + one, 0) / Math.max(1, conduct.length)
  const worked = (cluster.byText ? sameScript : 0) + evenWork * evenness(requests, allRequests)
  const strength = Math.min(1, Math.max(mean / fullConduct, worked))
  return strength * (cluster.openly ? inTheOpen : 1) * (cluster.byFewTexts ? fewTexts : 1)
}

/**
 * 1 when the volumes of the members are alike, 0 when they differ as those of all accounts do: a scheduler deals work out,
 * customers take what they need. By the robust spread of the logarithms, so that it does not matter how much there is.
 */
export function evenness(requests: number[], allRequests: number[]): number {
  if (requests.length < fewestEven) return 0
  const [own, all] = [spreadOfLogs(requests), spreadOfLogs(allRequests)]
  return all === 0 ? 0 : Math.min(1, Math.max(0, (customers - own / all) / (customers - dealtOut)))
}

function spreadOfLogs(counts: number[]): number {
  return spread(Float64Array.from(counts, (count) => Math.log(Math.max(1, count))).sort()).scale
}
