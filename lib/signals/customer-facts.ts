/** What the log says besides its texts: read once into a scratch table that has a line for each combination of values. */

import type { Engine } from '@/lib/platform/engine'
import { rowsWithFacts } from './brought/account-facts'
import type { CanonicalColumn } from './canonical-row'
import type { AccountProfile } from './statistics/peer-groups'

/** The size of the log, its span in UTC milliseconds, and how many rows carry each column (prompt and response: of named accounts). */
export type LogFacts = {
  rows: number
  accounts: number
  from: number | null
  to: number | null
  filled: Record<CountedColumn, number>
}

/** Texts whose values repeat from request to request of an account; the table has them under their own names, '' for none. */
const repeated = [
  'plan',
  'model',
  'payment_ref',
  'ip',
  'user_agent',
  'email_domain',
] as const satisfies readonly CanonicalColumn[]

/** What counts as carried, on a line of the table. */
const carried = {
  ip: `ip != ''`,
  user_agent: `user_agent != ''`,
  payment_ref: `payment_ref != ''`,
  email_domain: `email_domain != ''`,
  account_created_at: 'account_created_at IS NOT NULL',
  timestamp: 'month > 0',
} as const

export type CountedColumn = keyof typeof carried | 'prompt' | 'response'

/** Above this many bytes the grouping spills to disk: a log where each row has an address of its own. */
const spillBytes = 512 * 1024 ** 2

/** `accounts` is the table of what is known of accounts besides, or null. */
export type Gathering = { engine: Engine; table: string; paths: string[]; settings: string; accounts: string | null }

/** Creates and fills `table` from canonical Parquet files. `month` is as 202410, 0 for no time. */
export async function gatherFacts({ engine, table, paths, settings, accounts }: Gathering): Promise<void> {
  await engine.run(
    `CREATE TABLE ${table} (account_id String, ${repeated.map((name) => `${name} String`).join(', ')},
       account_created_at Nullable(DateTime64(3, 'UTC')), month UInt32, requests UInt64,
       first Nullable(Int64), last Nullable(Int64)) ENGINE = MergeTree ORDER BY account_id`,
  )
  const values = repeated.map((name) => `ifNull(${name}, '')`)
  const month = `ifNull(toYYYYMM(timestamp, 'UTC'), 0)`
  const created = 'ifNull(toUnixTimestamp64Milli(account_created_at), -1)'
  for (const path of paths) {
    // One 64-bit hash is a much cheaper key than nine values.
    await engine.run(
      `INSERT INTO ${table}
       SELECT any(account_id), ${values.map((value) => `any(${value})`).join(', ')}, any(account_created_at), any(${month}),
         count(), toUnixTimestamp64Milli(min(timestamp)), toUnixTimestamp64Milli(max(timestamp))
       FROM ${rowsWithFacts(accounts)} GROUP BY cityHash64(account_id, ${values.join(', ')}, ${created}, ${month})
       ${settings}, max_bytes_before_external_group_by = ${spillBytes}`,
      { path },
    )
  }
}

export async function readFacts(engine: Engine, table: string, requests: string): Promise<LogFacts> {
  const counts = Object.entries(carried).map(([name, condition]) => `sumIf(requests, ${condition}) AS n_${name}`)
  const [row] = await engine.rows<Record<string, number | null>>(
    `SELECT sum(requests) AS rows, uniqExactIf(account_id, account_id != '') AS accounts,
       min(first) AS from, max(last) AS to, ${counts.join(', ')} FROM ${table}`,
  )
  const [texts] = await engine.rows<{ prompt: number; response: number }>(
    `SELECT countIf(has_prompt) AS prompt, countIf(has_response) AS response FROM ${requests}`,
  )
  const filled = Object.fromEntries(Object.keys(carried).map((name) => [name, row?.[`n_${name}`] ?? 0]))
  return {
    rows: row?.rows ?? 0,
    accounts: row?.accounts ?? 0,
    from: row?.from ?? null,
    to: row?.to ?? null,
    filled: { ...filled, prompt: texts?.prompt ?? 0, response: texts?.response ?? 0 } as Record<CountedColumn, number>,
  }
}

type Named = Record<'account' | 'plan' | 'model' | 'month', string>

/** Plan, model and month of most requests of each account; ties go to the alphabetically first. */
export async function readProfiles(engine: Engine, table: string): Promise<Map<string, AccountProfile>> {
  const most = (part: string) => `argMinIf(value, (-n, value), part = '${part}' AND value != '') AS ${part}`
  const month = `if(month = 0, '', concat(toString(intDiv(month, 100)), '-', leftPad(toString(month % 100), 2, '0')))`
  const rows = await engine.rows<Named>(
    `SELECT account, ${most('plan')}, ${most('model')}, ${most('month')} FROM (
       SELECT account_id AS account, pair.1 AS part, pair.2 AS value, toInt64(sum(requests)) AS n FROM ${table}
       ARRAY JOIN [('plan', plan), ('model', model), ('month', ${month})] AS pair
       WHERE account_id != '' GROUP BY account, part, value)
     GROUP BY account`,
  )
  return new Map(rows.map((row) => [row.account, known(row)]))
}

function known({ account, plan, model, month }: Named): AccountProfile {
  return { account, plan: plan || null, model: model || null, month: month || null }
}
