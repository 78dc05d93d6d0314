/** The times of each account: a scratch table with one line per account that holds all its times in order. */

import type { Engine } from '@/lib/platform/engine'

/** Fills `table` from the scratch table `requests`: ascending `times` (UTC milliseconds) of the requests that state one, and their output tokens. */
export async function gatherTimes(
  engine: Engine,
  { table, requests, settings }: { table: string; requests: string; settings: string },
): Promise<void> {
  await engine.run(
    `CREATE TABLE ${table} (account String, times Array(Int64), tokens UInt64, counted UInt64) ENGINE = MergeTree ORDER BY account`,
  )
  await engine.run(
    `INSERT INTO ${table}
     SELECT account, arraySort(groupArray(time)), sumIf(output_tokens, output_tokens >= 0), countIf(output_tokens >= 0)
     FROM ${requests} WHERE time >= 0 GROUP BY account ${settings}`,
  )
}

/** SQL: the array of `times` in whole units of so many milliseconds since 1970. */
export const timesIn = (milliseconds: number): string => `arrayMap(t -> intDiv(t, ${milliseconds}), times)`
