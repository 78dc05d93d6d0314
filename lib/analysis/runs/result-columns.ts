/** Columns of a sealed analysis beside its bytes: derived from them alone, always the same, and thrown away when in doubt. */

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import type { AccountCluster, LogAnalysis, RankedAccount } from '@/lib/signals/log-analysis'
import { type SealedElement, sealedElements } from './sealed-elements'

/** Raised when the same analysis would give other columns. */
const version = 1

/** Where an element lies in the sealed bytes. */
export type Place = { at: number; length: number }

/** A cluster without its links; `members` are places in the triage order. */
export type ClusterPlace = Place & { id: string; score: number; members: number[] }

/** `head` is the analysis with empty lists; `columns` names the columns of `numbers.bin` in their order. */
export type Head = { head: LogAnalysis; accounts: number; columns: string[] }

type Proof = { version: number; files: Record<string, string> }

const fileNames = ['accounts.json', 'clusters.json', 'head.json', 'numbers.bin']

/** Where the columns of every analysis lie; each folder has the hash of its analysis as its name. */
export const columnsFolder = () => join(env.home, 'columns')

/** Folders that are being made begin with this and the process's id. */
export const unfinished = 'incoming-'

/** The columns of one sealed analysis: its bytes at `path`, its hash in hexadecimal, and the folder that all columns share. */
export type Sealed = { path: string; sha256: string; folder: string }

/** The folder with the columns of an analysis. Makes them when there are none, or none that are what they were made as. */
export async function columnsOf(sealed: Sealed): Promise<string> {
  const made = join(sealed.folder, sealed.sha256)
  if (!(await isWhole(made))) {
    await rm(made, { recursive: true, force: true })
    await derive(sealed, made)
  }
  return made
}

/** True when every file has the hash that it was made with. */
async function isWhole(folder: string): Promise<boolean> {
  const proof = await readFile(join(folder, 'proof.json'), 'utf8')
    .then((text) => JSON.parse(text) as Proof)
    .catch(() => null)
  if (proof?.version !== version) return false
  const same = fileNames.map(async (name) => {
    const bytes = await readFile(join(folder, name)).catch(() => null)
    return bytes !== null && sha256Of(bytes) === proof.files[name]
  })
  return (await Promise.all(same)).every(Boolean)
}

/** Makes everything beside its place and moves it there at once; of two that do so together, the first one's stays. */
async function derive({ path, sha256, folder }: Sealed, made: string): Promise<void> {
  const making = join(folder, `${unfinished}${process.pid}-${randomUUID()}`)
  await mkdir(making, { recursive: true, mode: 0o700 })
  try {
    const files = await readColumns(path, sha256)
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(making, name), bytes, { flush: true })
    const sums = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256Of(bytes)]))
    const proof: Proof = { version, files: sums }
    await writeFile(join(making, 'proof.json'), JSON.stringify(proof), { flush: true })
    await rename(making, made).catch(async (error) => {
      if (!(await readdir(made).catch((): string[] => [])).includes('proof.json')) throw error
    })
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** Reads the sealed bytes once, in pieces. Throws when they do not have their hash. */
async function readColumns(path: string, sha256: string): Promise<Record<string, Buffer>> {
  const gathered = new Columns()
  const hash = createHash('sha256')
  const elements = sealedElements(hashed(path, hash), new Set(['ranked', 'clusters']))
  let next = await elements.next()
  for (; !next.done; next = await elements.next()) gathered.take(next.value)
  if (hash.digest('hex') !== sha256) throw notItsHash()
  return gathered.files(JSON.parse(next.value) as LogAnalysis)
}

async function* hashed(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk)
      yield chunk
    }
  } catch (cause) {
    const sentence = 'The stored result of this analysis is missing. Tell your administrator.'
    throw new AppError('unavailable', sentence, { cause })
  }
}

/** The refusal to read an analysis whose bytes are not those that were sealed. */
export function notItsHash(): AppError {
  const sentence = 'The stored result of this analysis no longer has its hash. Tell your administrator.'
  return new AppError('unavailable', sentence)
}

class Columns {
  private readonly accounts: string[] = []
  private readonly numbers = new Map<string, number[]>([
    ['score', []],
    ['at', []],
    ['length', []],
  ])
  private readonly clusters: (Omit<ClusterPlace, 'members'> & { names: string[] })[] = []

  take({ list, at, bytes }: SealedElement): void {
    const length = bytes.length
    if (list === 'ranked') {
      const { account, score, signals } = JSON.parse(bytes.toString('utf8')) as RankedAccount
      const row = this.accounts.push(account) - 1
      for (const [name, value] of Object.entries({ score, at, length })) this.put(name, row, value)
      for (const [id, { value }] of Object.entries(signals)) if (value !== null) this.put(id, row, value)
    } else {
      const { id, score, accounts: names } = JSON.parse(bytes.toString('utf8')) as AccountCluster
      this.clusters.push({ id, score, at, length, names })
    }
  }

  private put(column: string, row: number, value: number): void {
    const values = this.numbers.get(column) ?? []
    this.numbers.set(column, values)
    while (values.length < row) values.push(Number.NaN)
    values.push(value)
  }

  files(head: LogAnalysis): Record<string, Buffer> {
    const rowOf = new Map(this.accounts.map((account, row) => [account, row]))
    const clusters = this.clusters.map(({ names, ...place }) => ({
      ...place,
      members: names.flatMap((name) => rowOf.get(name) ?? []),
    }))
    const columns = [...this.numbers.keys()]
    const about: Head = { head, accounts: this.accounts.length, columns }
    return {
      'accounts.json': Buffer.from(JSON.stringify(this.accounts)),
      'clusters.json': Buffer.from(JSON.stringify(clusters)),
      'head.json': Buffer.from(JSON.stringify(about)),
      'numbers.bin': Buffer.concat([...this.numbers.values()].map((values) => column(values, this.accounts.length))),
    }
  }
}

/** Little-endian doubles, one per account in triage order; NaN where there is no value. */
function column(values: number[], rows: number): Buffer {
  const bytes = Buffer.alloc(rows * 8)
  for (let row = 0; row < rows; row += 1) bytes.writeDoubleLE(values[row] ?? Number.NaN, row * 8)
  return bytes
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
