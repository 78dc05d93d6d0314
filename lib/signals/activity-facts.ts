/** What each request says besides its texts: one narrow line per request of a named account, read once and shared by all signals. */

import { rowsWithFacts } from './brought/account-facts'
import type { CanonicalColumn } from './canonical-row'
import type { Gathering } from './customer-facts'
import { networkHash } from './network-of-address'

/** Kind, and the expression over a canonical row. Values of which only sameness counts are hashes; 0, '' and -1 are none. */
const columns = {
  account: ['LowCardinality(String)', 'account_id'],
  time: ['Int64', 'greatest(ifNull(toUnixTimestamp64Milli(timestamp), -1), -1)'],
  status: ['Int32', 'ifNull(status, 0)'],
  model: ['LowCardinality(String)', `ifNull(model, '')`],
  api_key: ['UInt64', hashOf('api_key_id')],
  address: ['UInt64', hashOf('ip')],
  network: ['UInt64', networkHash('ip')],
  operator: ['LowCardinality(String)', `ifNull(asn, '')`],
  country: ['LowCardinality(String)', `upper(ifNull(country, ''))`],
  client: ['UInt64', hashOf('user_agent')],
  end_user: ['UInt64', hashOf('user_id')],
  domain: ['UInt64', hashOf('lower(email_domain)')],
  created: ['Int64', 'greatest(ifNull(toUnixTimestamp64Milli(account_created_at), -1), -1)'],
  input_tokens: ['Int64', 'ifNull(toInt64(input_tokens), -1)'],
  output_tokens: ['Int64', 'ifNull(toInt64(output_tokens), -1)'],
  finish: ['LowCardinality(String)', `lower(ifNull(finish_reason, ''))`],
  limit: ['Int64', 'ifNull(toInt64(max_tokens), -1)'],
  sampling: ['UInt64', samplingHash()],
} as const

/** Requests that carry each column; a signal that needs one says so when it is 0. */
const carried = {
  timestamp: 'time >= 0',
  status: 'status > 0',
  model: `model != ''`,
  api_key_id: 'api_key != 0',
  ip: 'address != 0',
  asn: `operator != ''`,
  country: `country != ''`,
  user_agent: 'client != 0',
  user_id: 'end_user != 0',
  account_created_at: 'created >= 0',
  input_tokens: 'input_tokens >= 0',
  output_tokens: 'output_tokens >= 0',
  temperature: 'sampling != 0',
} as const satisfies Partial<Record<CanonicalColumn, string>>

type Counted = keyof typeof carried

/** `refused` counts requests with a status other than success. */
export type Activity = { table: string; filled: Record<Counted, number>; refused: number }

/** Creates and fills `table` from canonical Parquet files. Requests of one account lie together, by time. */
export async function gatherActivity({ engine, table, paths, settings, accounts }: Gathering): Promise<void> {
  const kinds = Object.entries(columns).map(([name, [kind]]) => `\`${name}\` ${kind}`)
  // Ties of time go by status, so that the order of requests does not hang on the file or the position of a row.
  await engine.run(`CREATE TABLE ${table} (${kinds.join(', ')}) ENGINE = MergeTree ORDER BY (account, time, status)`)
  const values = Object.entries(columns).map(([name, [, value]]) => `${value} AS \`new_${name}\``)
  for (const path of paths) {
    await engine.run(
      `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${rowsWithFacts(accounts)} WHERE account_id != '' ${settings}`,
      { path },
    )
  }
}

/** What `table` carries, once it is filled. */
export async function countActivity({
  engine,
  table,
  settings,
}: Pick<Gathering, 'engine' | 'table' | 'settings'>): Promise<Activity> {
  const counts = Object.entries(carried).map(([name, condition]) => `countIf(${condition}) AS n_${name}`)
  const [row] = await engine.rows<Record<string, number>>(
    `SELECT ${counts.join(', ')}, countIf(status NOT BETWEEN 0 AND 299) AS refused FROM ${table} ${settings}`,
  )
  const filled = Object.fromEntries(Object.keys(carried).map((name) => [name, row?.[`n_${name}`] ?? 0]))
  return { table, filled: filled as Activity['filled'], refused: row?.refused ?? 0 }
}

const nouns: Record<Counted, string> = {
  timestamp: 'times',
  status: 'statuses of requests',
  model: 'models',
  api_key_id: 'API keys',
  ip: 'addresses',
  asn: 'network operators',
  country: 'countries',
  user_agent: 'clients',
  user_id: 'end users',
  account_created_at: 'times of sign-up',
  input_tokens: 'input tokens',
  output_tokens: 'output tokens',
  temperature: 'sampling parameters',
}

/** Why a signal that needs `needed` can not be computed, or null. */
export function whyNotCarried({ filled }: Activity, needed: Counted[]): string | null {
  const missing = needed.find((name) => filled[name] === 0)
  return missing ? `The log has no ${nouns[missing]}.` : null
}

/** SQL of a UInt64 of which only sameness counts; 0 for an empty or missing text. */
export function hashOf(text: string): string {
  return `if(ifNull(${text}, '') = '', toUInt64(0), cityHash64(assumeNotNull(${text})))`
}

/** Absent parameters stay apart from zero; a request that states none has no set. */
function samplingHash(): string {
  const parameters = ['temperature', 'top_p', 'max_tokens']
  const texts = parameters.map((name) => `ifNull(toString(${name}), '')`)
  return `if(${parameters.map((name) => `isNull(${name})`).join(' AND ')}, toUInt64(0), cityHash64(${texts.join(', ')}))`
}
