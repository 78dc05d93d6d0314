/** The signals of a cluster as its page tells them: value, what it is read against, and everything a reader needs to weigh it. */

import { figure } from '@/lib/analysis/figures'
import { type ClusterSignalId, clusterSignalIds } from '@/lib/signals/clusters/cluster-cell'
import { clusterSignalOf } from '@/lib/signals/clusters/cluster-signals'
import type { AccountCluster } from '@/lib/signals/log-analysis'

export type ClusterSignalView = {
  id: ClusterSignalId
  title: string
  question: string
  /** The value in words, or why there is none. */
  found: string
  hasValue: boolean
  /** "p 0.001 against …", or null where none could be had. */
  against: string | null
  measures: { name: string; meaning: string; text: string }[]
  definition: string
  cannotShow: string
  rebuttedBy: string
  innocentExplanations: { name: string; how: string }[]
}

/** The signals of one cluster in their order; empty for results of before clusters were measured. */
export function clusterSignalViews({ signals }: Pick<AccountCluster, 'signals'>): ClusterSignalView[] {
  if (!signals) return []
  return clusterSignalIds.map((id) => {
    const cell = signals[id]
    const { title, question, definition, value, comparedWith, measures, ...rest } = clusterSignalOf(id)
    return {
      ...{ id, title, question, definition, hasValue: cell.value !== null },
      found: cell.value === null ? (cell.why ?? 'No value.') : `${figure(cell.value)} ${value.name}`,
      against: cell.p === null ? null : `p ${figure(cell.p)} against ${comparedWith}`,
      measures: Object.entries(cell.measures).map(([name, measured]) => ({
        name: name.replaceAll('_', ' '),
        meaning: measures[name] ?? '',
        text: measured === null ? '–' : figure(measured),
      })),
      ...{ cannotShow: rest.cannotShow, rebuttedBy: rest.rebuttedBy, innocentExplanations: rest.innocentExplanations },
    }
  })
}
