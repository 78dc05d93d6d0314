/** What kinds of callers each account's requests look like: language, program and system prompt, counted together once. */

import type { Workspace } from './workspace'

/**
 * Columns of the table: account, language, harness, low, high, n (prompts), and template, which names the system prompt within
 * the account: of its two hashes (see `system-prompts.ts`) the one that more of the account's prompts have; 0 for none.
 */
const columns = 'account String, language UInt8, harness UInt64, low UInt64, high UInt64, template UInt64, n UInt64'

const filled = new WeakMap<Workspace, Promise<string>>()

/** The name of a scratch table with one line per account and kind of caller. */
export function callerTable(workspace: Workspace): Promise<string> {
  const table = filled.get(workspace) ?? fill(workspace)
  filled.set(workspace, table)
  return table
}

async function fill({ engine, requests, shares, scratch, settings }: Workspace): Promise<string> {
  const table = scratch('callers')
  await engine.run(`CREATE TABLE ${table} (${columns}) ENGINE = MergeTree ORDER BY (account, template)`)
  for (const { within, params } of shares) {
    await engine.run(
      `INSERT INTO ${table}
       SELECT account, language, harness, low, high, if(low = 0, 0, if(of_low >= of_high, low, high)) AS template, n
       FROM (SELECT account, language, harness, low, high, n,
           sum(n) OVER (PARTITION BY account, low) AS of_low, sum(n) OVER (PARTITION BY account, high) AS of_high
         FROM (SELECT account, language, harness, system_low AS low, system_high AS high, count() AS n FROM ${requests}
           WHERE has_prompt AND ${within}
           GROUP BY account, language, harness, low, high)) ${settings}`,
      params,
    )
  }
  return table
}
