/** How many prompts of each account are of each topic and language: read once for the two signals that look at it. */

import type { Workspace } from '@/lib/signals/workspace'

/** `cells`: topic (0 none), language (0 none) and how many prompts, in the order of the first two. */
export type TopicCells = { account: string; prompts: number; cells: [number, number, number][] }

const read = new WeakMap<Workspace, Promise<TopicCells[]>>()

/** One line per account with prompts, in the order of their names. */
export function topicCells(workspace: Workspace): Promise<TopicCells[]> {
  const known = read.get(workspace)
  if (known) return known
  const { engine, requests, settings } = workspace
  const rows = engine.rows<TopicCells>(
    `SELECT account, sum(n) AS prompts, arraySort(groupArray((topic, language, n))) AS cells
     FROM (SELECT account, topic, language, count() AS n FROM ${requests} WHERE has_prompt GROUP BY account, topic, language)
     GROUP BY account ORDER BY account ${settings}`,
  )
  read.set(workspace, rows)
  return rows
}

/** Simpson's probability that two of these things, drawn without putting back, are of one kind; null for fewer than two. */
export function samePairs(counts: number[]): number | null {
  const all = counts.reduce((sum, n) => sum + n, 0)
  return all < 2 ? null : counts.reduce((sum, n) => sum + n * (n - 1), 0) / (all * (all - 1))
}
