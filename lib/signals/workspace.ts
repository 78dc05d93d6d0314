/** Everything the signals share about one analysis: the datasets as one source of rows, and scratch tables made once. */

import { randomUUID } from 'node:crypto'
import type { Engine } from '@/lib/platform/engine'
import type { LinkedCluster } from './account-clusters'
import type { CanonicalColumn } from './canonical-row'
import type { AccountProfile } from './peer-groups'
import { requestFeatures } from './request-features'
import type { TemplateTables } from './template-clusters'

/** SQL with its parameters; user text is only ever in the parameters. */
export type Statement = { sql: string; params: Record<string, unknown> }

export type Workspace = {
  engine: Engine
  /** Paths of the canonical Parquet files, in a fixed order. */
  paths: string[]
  seed: number
  /** Engine settings that every statement ends with. */
  settings: string
  /** Scratch table with one compact line per request of a named account: see `request-features.ts`. */
  requests: string
  /** Rows of the largest working set: a statement over more is split by account. */
  buckets: number
  facts: LogFacts
  profiles: Map<string, AccountProfile>
  /** Tables of `findTemplates` once the templates are known. */
  templates: TemplateTables | null
  /** Clusters of accounts once they are known, largest first. */
  clusters: LinkedCluster[]
  /** Name for a further scratch table; it is dropped with the others. */
  scratch(name: string): string
  close(): Promise<void>
}

/** How many rows of the log carry each column, and its span in UTC milliseconds. */
export type LogFacts = {
  rows: number
  accounts: number
  from: number | null
  to: number | null
  filled: Record<CountedColumn, number>
}

const countedColumns = [
  'timestamp',
  'prompt',
  'response',
  'output_tokens',
  'ip',
  'user_agent',
  'payment_ref',
  'email_domain',
  'account_created_at',
] as const satisfies readonly CanonicalColumn[]

export type CountedColumn = (typeof countedColumns)[number]

const rowsPerBucket = 2_000_000

export type WorkspaceInput = { engine: Engine; paths: string[]; seed: number; threads?: number }

/**
 * Reads the datasets once and keeps what the signals need in scratch tables of the engine. The caller closes it.
 * `threads` bounds the cores of each statement; results do not depend on it.
 */
export async function openWorkspace({ engine, paths, seed, threads }: WorkspaceInput): Promise<Workspace> {
  const prefix = `analysis_${randomUUID().replaceAll('-', '')}`
  const tables: string[] = []
  const scratch = (name: string) => {
    const table = `${prefix}_${name}`
    tables.push(table)
    return table
  }
  const close = async () => {
    for (const table of tables) await engine.run(`DROP TABLE IF EXISTS ${table}`)
  }
  const settings = `SETTINGS ${threads ? `max_threads = ${threads}, ` : ''}max_block_size = 16384, optimize_aggregation_in_order = 1`
  try {
    const facts = await readFacts(engine, paths)
    const requests = scratch('requests')
    await engine.run(requestFeatures.create(requests))
    for (const [index, path] of paths.entries()) {
      await engine.run(`${requestFeatures.fill(requests, index)} ${settings}`, { path })
    }
    const profiles = await readProfiles(engine, paths)
    const buckets = Math.max(1, Math.ceil(facts.rows / rowsPerBucket))
    return {
      engine,
      paths,
      seed,
      settings,
      requests,
      buckets,
      facts,
      profiles,
      templates: null,
      clusters: [],
      scratch,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A `FROM` source over all datasets with the given columns; `dataset` is the index of the file. */
export function sourceOf(paths: string[], columns: string): Statement {
  const parts = paths.map((_, index) => `SELECT ${index} AS dataset, ${columns} FROM file({d${index}:String}, Parquet)`)
  const params = Object.fromEntries(paths.map((path, index) => [`d${index}`, path]))
  return { sql: `(${parts.join(' UNION ALL ')})`, params }
}

async function readFacts(engine: Engine, paths: string[]): Promise<LogFacts> {
  const source = sourceOf(paths, ['account_id', ...countedColumns].join(', '))
  const counts = countedColumns.map((column) => `count(${column}) AS n_${column}`)
  const [row] = await engine.rows<Record<string, number | null>>(
    `SELECT count() AS rows, uniqExactIf(account_id, account_id != '') AS accounts,
       toUnixTimestamp64Milli(min(timestamp)) AS first, toUnixTimestamp64Milli(max(timestamp)) AS last, ${counts.join(', ')}
     FROM ${source.sql}`,
    source.params,
  )
  const filled = Object.fromEntries(countedColumns.map((column) => [column, row?.[`n_${column}`] ?? 0]))
  return {
    rows: row?.rows ?? 0,
    accounts: row?.accounts ?? 0,
    from: row?.first ?? null,
    to: row?.last ?? null,
    filled: filled as Record<CountedColumn, number>,
  }
}

/** Plan, model and month of most requests of each account; ties go to the alphabetically first. */
async function readProfiles(engine: Engine, paths: string[]): Promise<Map<string, AccountProfile>> {
  const source = sourceOf(paths, 'account_id, plan, model, timestamp')
  const most = (part: string) => `argMinIf(value, (-n, value), part = '${part}' AND value != '') AS ${part}`
  const rows = await engine.rows<Record<'account' | 'plan' | 'model' | 'month', string>>(
    `SELECT account, ${most('plan')}, ${most('model')}, ${most('month')} FROM (
       SELECT account, pair.1 AS part, pair.2 AS value, toInt64(sum(requests)) AS n FROM (
         SELECT account_id AS account, ifNull(plan, '') AS plan, ifNull(model, '') AS model,
           if(timestamp IS NULL, '', formatDateTime(assumeNotNull(timestamp), '%Y-%m', 'UTC')) AS month,
           count() AS requests
         FROM ${source.sql} WHERE account_id != '' GROUP BY account, plan, model, month)
       ARRAY JOIN [('plan', plan), ('model', model), ('month', month)] AS pair
       GROUP BY account, part, value)
     GROUP BY account`,
    source.params,
  )
  return new Map(rows.map((row) => [row.account, known(row)]))
}

function known({
  account,
  plan,
  model,
  month,
}: Record<'account' | 'plan' | 'model' | 'month', string>): AccountProfile {
  return { account, plan: plan || null, model: model || null, month: month || null }
}
