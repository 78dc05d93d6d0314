/** A sealed analysis read in parts: a page costs what it shows, whatever the number of accounts, and shows the sealed bytes. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FindingKey } from '@/lib/analysis/findings/finding-key'
import { toHex } from '@/lib/custody/hex'
import { blobPath } from '@/lib/platform/storage'
import type { AccountCluster, LogAnalysis, RankedAccount } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'
import {
  type ClusterPlace,
  columnsFolder,
  columnsOf,
  type Head,
  notItsHash,
  type Place,
  type Sealed,
} from './result-columns'

/** An account with its place in the triage order, from 1. */
export type PlacedAccount = { rank: number; ranked: RankedAccount }

/** `q` is part of a name, `among` the only accounts wanted; `sort` puts the greatest value first, those without one last. */
export type AccountsWanted = {
  q?: string
  among?: ReadonlySet<string>
  sort?: SignalId
  ascending?: boolean
  offset: number
  limit: number
}

export type SealedAnalysis = {
  /** All of the analysis but its lists of accounts and clusters, which are empty. */
  head: LogAnalysis
  accounts: number
  clusters: number
  accountsPage(wanted: AccountsWanted): Promise<{ found: number; rows: PlacedAccount[] }>
  /** Null when the analysis has no such account. */
  account(name: string): Promise<PlacedAccount | null>
  /** Every value of a signal in triage order, without the accounts that have none. */
  valuesOf(signal: SignalId): Promise<number[]>
  /** Clusters with the highest score first. */
  clustersPage(part: { offset: number; limit: number }): Promise<AccountCluster[]>
  cluster(id: string): Promise<AccountCluster | null>
  clustersOf(account: string): Promise<AccountCluster[]>
}

/** `values` are those of the signal that the part was asked for, over all accounts. */
export type AnalysisPart = { result: LogAnalysis; values: number[] }

/** Few are kept: what stays in memory of each is its head and the names of its accounts. */
const opened = new Map<string, Promise<SealedAnalysis>>()
const kept = 6

/** The analysis under `sha256`. Only for callers that came to the hash through a run within the actor's scope. */
export async function sealedAnalysis(sha256: Uint8Array): Promise<SealedAnalysis> {
  const sealed = { path: blobPath(sha256), sha256: toHex(sha256), folder: columnsFolder() }
  const key = await identity(sealed)
  const analysis = opened.get(key) ?? openSealed(sealed)
  opened.delete(key)
  opened.set(key, analysis)
  analysis.catch(() => opened.delete(key))
  for (const oldest of opened.keys()) if (opened.size > kept) opened.delete(oldest)
  return analysis
}

/** Another file under the same name, or other columns, are read and checked anew. */
async function identity({ path, sha256, folder }: Sealed): Promise<string> {
  const files = [path, join(folder, sha256, 'numbers.bin')]
  const marks = files.map((file) =>
    stat(file, { bigint: true }).then(
      ({ ino, mtimeNs, size }) => `${ino} ${mtimeNs} ${size}`,
      () => 'none',
    ),
  )
  return [path, ...(await Promise.all(marks))].join(' ')
}

/**
 * What a finding named by `key` rests on: the analysis with that account or cluster alone, and every value of its signal.
 */
export async function partFor(analysis: SealedAnalysis, key: FindingKey | null): Promise<AnalysisPart> {
  const part = { ...analysis.head, ranked: [] as RankedAccount[], clusters: [] as AccountCluster[] }
  if (key?.kind === 'signal') {
    const found = await analysis.account(key.account)
    const values = await analysis.valuesOf(key.signal)
    return { result: { ...part, ranked: found ? [found.ranked] : [] }, values }
  }
  const cluster = key?.kind === 'cluster' || key?.kind === 'cluster-signal' ? await analysis.cluster(key.id) : null
  return { result: { ...part, clusters: cluster ? [cluster] : [] }, values: [] }
}

/** Opens an analysis: checks its bytes against their hash, and its columns against theirs. */
export async function openSealed(sealed: Sealed): Promise<SealedAnalysis> {
  const folder = await columnsOf(sealed)
  if ((await hashOf(sealed.path)) !== sealed.sha256) throw notItsHash()
  const json = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as T
  const [about, names, clusters] = await Promise.all([
    json<Head>('head.json'),
    json<string[]>('accounts.json'),
    json<ClusterPlace[]>('clusters.json'),
  ])
  return reading({ path: sealed.path, folder, about, names, clusters })
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  } catch {
    return 'none'
  }
  return hash.digest('hex')
}

type Opened = { path: string; folder: string; about: Head; names: string[]; clusters: ClusterPlace[] }

function reading(opened: Opened): SealedAnalysis {
  const { about, names, clusters } = opened
  const placed = async (rows: number[]) => {
    const [at, length] = await Promise.all([numbers(opened, 'at'), numbers(opened, 'length')])
    const places = rows.map((row) => ({ at: at?.[row] ?? 0, length: length?.[row] ?? 0 }))
    const elements = await elementsAt<RankedAccount>(opened.path, places)
    return elements.map((ranked, i) => {
      const row = rows[i] ?? 0
      if (ranked.account !== names[row]) throw notItsHash()
      return { rank: row + 1, ranked }
    })
  }
  const clusterElements = (places: ClusterPlace[]) => elementsAt<AccountCluster>(opened.path, places)
  return {
    head: about.head,
    accounts: names.length,
    clusters: clusters.length,
    accountsPage: async (wanted) => {
      const rows = await rowsWanted(opened, wanted)
      return { found: rows.length, rows: await placed(rows.slice(wanted.offset, wanted.offset + wanted.limit)) }
    },
    account: async (name) => (await placed(names.includes(name) ? [names.indexOf(name)] : []))[0] ?? null,
    valuesOf: async (signal) => [...((await numbers(opened, signal)) ?? [])].filter((value) => !Number.isNaN(value)),
    clustersPage: ({ offset, limit }) => clusterElements(clusters.slice(offset, offset + limit)),
    cluster: async (id) => (await clusterElements(clusters.filter((one) => one.id === id)))[0] ?? null,
    clustersOf: (account) => {
      const row = names.indexOf(account)
      return clusterElements(clusters.filter(({ members }) => members.includes(row)))
    },
  }
}

/** Rows of the accounts wanted, in the order wanted. */
async function rowsWanted(opened: Opened, { q, among, sort, ascending }: AccountsWanted): Promise<number[]> {
  const part = q?.toLowerCase()
  const rows = opened.names.flatMap((name, row) => {
    if (among && !among.has(name)) return []
    return part && !name.toLowerCase().includes(part) ? [] : [row]
  })
  const values = sort && (await numbers(opened, sort))
  if (!values) return rows
  const sign = ascending ? 1 : -1
  return rows.sort((a, b) => {
    const [left, right] = [values[a] ?? Number.NaN, values[b] ?? Number.NaN]
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b
    return sign * (left - right) || a - b
  })
}

/** One column, read from its place; null when the analysis has none of that name. */
async function numbers({ folder, about }: Opened, name: string): Promise<Float64Array | null> {
  const column = about.columns.indexOf(name)
  if (column < 0) return null
  const bytes = new Uint8Array(about.accounts * 8)
  await readInto(join(folder, 'numbers.bin'), [{ bytes, at: column * bytes.length }])
  return new Float64Array(bytes.buffer)
}

async function elementsAt<T>(path: string, places: Place[]): Promise<T[]> {
  const parts = places.map(({ at, length }) => ({ bytes: new Uint8Array(length), at }))
  await readInto(path, parts)
  return parts.map(({ bytes }) => JSON.parse(Buffer.from(bytes.buffer).toString('utf8')) as T)
}

async function readInto(path: string, parts: { bytes: Uint8Array; at: number }[]): Promise<void> {
  if (parts.length === 0) return
  const file = await open(path, 'r')
  try {
    for (const { bytes, at } of parts) await file.read(bytes, 0, bytes.length, at)
  } finally {
    await file.close()
  }
}
