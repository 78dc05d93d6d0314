/** Draws the traffic of a cluster: a strip for each busy account, and one for the others together. */

import type { Chart } from '@/lib/charts/mark'
import { type Strip, stripChart } from '@/lib/charts/strip-chart'
import { formatAmount } from '@/lib/platform/format-number'
import { clusterName } from './cluster-words'
import type { TrafficOfCluster } from './traffic-of-cluster'

const spans: Record<number, string> = { 3600000: 'an hour', 86400000: 'a day', 604800000: 'a week' }

/** How long a bin is: "a day". */
export const stepWords = (step: number): string => spans[step] ?? ''

/** Refusals are marked, so that one sees whether others grow where one is stopped. */
export function drawTraffic(
  { step, bins, others }: TrafficOfCluster,
  { id, width }: { id: string; width: number },
): Chart {
  const strips = new Map<string, Strip>()
  for (const { account, at, requests, refused } of bins) {
    const label = account === '' ? `${formatAmount(others, 'other')} together` : account
    const strip = strips.get(label) ?? { label, bins: [], focus: account !== '' }
    strip.bins.push({ at, value: requests, marked: refused })
    strips.set(label, strip)
  }
  const requests = bins.reduce((sum, bin) => sum + bin.requests, 0)
  const refused = bins.reduce((sum, bin) => sum + bin.refused, 0)
  return stripChart({
    title: `When were the accounts of cluster ${clusterName(id)} busy?`,
    summary: `${formatAmount(requests, 'request')}, ${formatAmount(refused, 'refusal')} (403 or 429).`,
    ...{ strips: [...strips.values()], step, width },
    measure: `requests ${stepWords(step)}`,
    marks: 'refusals',
  })
}
