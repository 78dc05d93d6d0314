/** Everything the signals share about one analysis: the datasets as one source of rows, and scratch tables made once. */

import { randomUUID } from 'node:crypto'
import type { Engine } from '@/lib/platform/engine'
import type { Activity } from './activity-facts'
import { keepAccountFacts } from './brought/account-facts'
import type { ModelRelease } from './brought/release-calendar'
import type { LinkedCluster } from './clusters/account-clusters'
import type { SharedAttribute } from './clusters/shared-attributes'
import { type LogFacts, readFacts, readProfiles } from './customer-facts'
import type { AccountFacts } from './references/account-table'
import type { Brought, PromptSetInput } from './references/analysed-reference'
import type { SharedReading } from './signal-definition'
import type { AccountProfile } from './statistics/peer-groups'
import { type AccountShare, accountShares } from './steps/account-shares'
import { allOf } from './steps/all-of'
import { type KeptSteps, nothingKept } from './steps/kept-steps'
import { readShared } from './steps/shared-tables'
import type { TemplateTables } from './texts/template-clusters'

/** SQL with its parameters; user text is only ever in the parameters. */
export type Statement = { sql: string; params: Record<string, unknown> }

export type Workspace = {
  engine: Engine
  /** Paths of the canonical Parquet files of single requests, in a fixed order. */
  paths: string[]
  /** Those of usage reports, and of events that are no requests: they only say more about their accounts. */
  sums: string[]
  events: string[]
  seed: number
  /** Engine settings that every statement ends with. */
  settings: string
  /** What a run before had finished, and what this one finishes. */
  kept: KeptSteps
  /** Scratch table with one line per combination of an account's values: see `customer-facts.ts`. */
  customers: string
  /** Scratch table with one compact line per request of a named account: see `request-features.ts`. */
  requests: string
  /** Scratch table with a narrow line per request for what is not text: see `activity-facts.ts`. Throws when nobody was to read it. */
  readonly activity: Activity
  /** Scratch table with one line per account and its times in order: see `account-times.ts`. */
  times: string
  /** The calendar that the reader brought; empty when there is none. */
  releases: ModelRelease[]
  /** Prompt sets that the reader brought, in the order of the result. */
  promptSets: PromptSetInput[]
  /** What a table says of accounts besides the log, by account; empty when there is none. */
  accountFacts: Map<string, AccountFacts>
  /** Into how many parts a statement over all rows is split, so that what it holds is that of a million. */
  buckets: number
  /** The same split by account, for what each account is measured by alone. */
  shares: AccountShare[]
  facts: LogFacts
  profiles: Map<string, AccountProfile>
  /** Tables of `findTemplates` once the templates are known. */
  templates: TemplateTables | null
  /** What accounts share of their texts, from when its search was begun. */
  sharedTexts: Promise<SharedAttribute[]> | null
  /** Clusters of accounts once they are known, largest first. */
  clusters: LinkedCluster[]
  /** Name for a further scratch table; it is dropped with the others. */
  scratch(name: string): string
  close(): Promise<void>
}

const rowsPerBucket = 1_000_000
/** Statements run side by side in one memory: what one of them gathers goes to disk beyond this. Results are the same. */
const spillBytes = 192 * 1024 ** 2
const spilling = `max_bytes_before_external_group_by = ${spillBytes}, max_bytes_before_external_sort = ${spillBytes}`

export type WorkspaceInput = {
  engine: Engine
  paths: string[]
  sums?: string[]
  events?: string[]
  seed: number
  threads?: number
  /** What is gathered besides what all signals read; everything when it is not said. */
  reads?: ReadonlySet<SharedReading>
  kept?: KeptSteps
} & Brought

const everything: ReadonlySet<SharedReading> = new Set(['marks', 'activity'])

/**
 * Reads the datasets once and keeps what the signals need in scratch tables of the engine. The caller closes it.
 * `threads` bounds the cores of each statement; results do not depend on it.
 */
export async function openWorkspace(input: WorkspaceInput): Promise<Workspace> {
  const {
    engine,
    paths,
    sums = [],
    events = [],
    seed,
    threads,
    releases = [],
    promptSets = [],
    reads = everything,
    kept = nothingKept,
  } = input
  const accountFacts = new Map(input.accountFacts?.map((one) => [one.account, one]))
  const { scratch, close } = await scratchTables(engine, kept.owner)
  const settings = settingsFor(threads)
  try {
    const accounts = accountFacts.size > 0 ? scratch('account_facts') : null
    if (accounts) await keepAccountFacts(engine, accounts, [...accountFacts.values()])
    const tables = await readShared({ engine, paths, sums, events, scratch, settings, kept, accounts, reads })
    const facts = await readFacts(engine, tables.customers, tables.requests)
    const profiles = await readProfiles(engine, tables.customers)
    const buckets = Math.max(1, Math.ceil(facts.rows / rowsPerBucket))
    const shares = await accountShares(engine, tables.requests, rowsPerBucket)
    const read = { engine, paths, sums, events, seed, settings, kept, ...tables, buckets, shares, facts, profiles }
    const later = { templates: null, sharedTexts: null, clusters: [], scratch, close }
    return {
      ...{ ...read, releases, promptSets, accountFacts },
      ...later,
      get activity() {
        if (!tables.activity)
          throw new Error('The activity of this log was not gathered: a signal reads it without saying so.')
        return tables.activity
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

const settingsFor = (threads?: number) =>
  `SETTINGS ${threads ? `max_threads = ${threads}, ` : ''}max_block_size = 16384, optimize_aggregation_in_order = 1, ${spilling}`

/** Names for tables of one analysis, and the way to drop them all; those that a killed run of its owner left go first. */
async function scratchTables(engine: Engine, owner: string | null): Promise<Pick<Workspace, 'scratch' | 'close'>> {
  const left = owner ? await tablesOf(engine, `analysis_${owner}_`) : []
  await allOf(left.map((table) => engine.run(`DROP TABLE IF EXISTS ${table} SYNC`)))
  const prefix = `analysis_${owner ? `${owner}_` : ''}${randomUUID().replaceAll('-', '')}`
  const tables: string[] = []
  const scratch = (name: string) => {
    const table = `${prefix}_${name}`
    tables.push(table)
    return table
  }
  const close = async () => {
    await allOf(tables.map((table) => engine.run(`DROP TABLE IF EXISTS ${table}`)))
  }
  return { scratch, close }
}

async function tablesOf(engine: Engine, prefix: string): Promise<string[]> {
  const sql = 'SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})'
  return (await engine.rows<{ name: string }>(sql, { prefix })).map(({ name }) => name)
}
