/** How often accounts send the same prompt: grouped once, for all the signals that ask it. */

import type { Workspace } from '@/lib/signals/workspace'

/** A prompt sent this often at a temperature above zero is sampled; fewer is a retry. */
export const fewestSamples = 4

/** Prompts of one account; what begins with `warm` counts those at a stated temperature above zero alone. */
export type RepeatedPrompts = {
  account: string
  prompts: number
  texts: number
  /** Ordered pairs of prompts with the same text. */
  pairs: number
  /** Prompts whose text was sent on two UTC days or more. */
  returning: number
  timed: number
  warm: number
  /** Prompts whose text was sent `fewestSamples` times or more, the texts, and how often the most repeated was sent. */
  warm_repeated: number
  warm_texts: number
  warm_largest: number
}

const found = new WeakMap<Workspace, Promise<RepeatedPrompts[]>>()

/** One line per account with a prompt, in no order; read once for a workspace. */
export function repeatedPrompts(workspace: Workspace): Promise<RepeatedPrompts[]> {
  const rows = found.get(workspace) ?? read(workspace)
  found.set(workspace, rows)
  return rows
}

/** Most prompts are sent once: sorting each account's own shows which are not, and only those are grouped. */
function read({ engine, requests, settings }: Workspace): Promise<RepeatedPrompts[]> {
  const sampled = `n_warm >= ${fewestSamples}`
  return engine.rows<RepeatedPrompts>(
    `SELECT account, any(all_prompts) AS prompts, prompts - any(all_repeated) + countIf(all_repeated > 0) AS texts,
       sum(n * (n - 1)) AS pairs, sumIf(n, latest > earliest) AS returning, any(all_timed) AS timed, any(all_warm) AS warm,
       sumIf(n_warm, ${sampled}) AS warm_repeated, countIf(${sampled}) AS warm_texts,
       greatest(max(n_warm), toUInt64(warm > 0)) AS warm_largest
     FROM (SELECT account, any(prompts) AS all_prompts, any(timed) AS all_timed, any(warms) AS all_warm,
         any(length(repeated)) AS all_repeated, count() AS n, countIf(one.3) AS n_warm,
         minIf(one.2, one.2 >= 0) AS earliest, maxIf(one.2, one.2 >= 0) AS latest
       FROM (${repeatedOf(requests)}) LEFT ARRAY JOIN repeated AS one GROUP BY account, one.1)
     GROUP BY account ${settings}`,
  )
}

/** By account: how many prompts there are, and text, UTC day (-1 for none) and warmth of those whose text came twice or more. */
function repeatedOf(requests: string): string {
  const none = '(toUInt64(0), toInt64(-1), false)'
  return `SELECT account, length(sorted) AS prompts, timed, warms,
      arrayFilter((one, before, after) -> one.1 = before.1 OR one.1 = after.1, sorted,
        arrayPushFront(arrayPopBack(sorted), ${none}), arrayPushBack(arrayPopFront(sorted), ${none})) AS repeated
    FROM (SELECT account, arraySort(groupArray((prompt_text, if(time >= 0, intDiv(time, 86400000), -1), warm))) AS sorted,
        countIf(time >= 0) AS timed, countIf(warm) AS warms
      FROM ${requests} WHERE has_prompt GROUP BY account)`
}
