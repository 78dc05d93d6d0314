/**
 * Keeps what a long analysis has finished in a folder, so that one that was killed goes on behind it. A file that has its own name is
 * whole and on disk; one that is damaged counts as none; and a step that cannot be kept is only not kept.
 */

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Engine } from '@/lib/platform/engine'
import { loadTable, type SavedTable, saveTable } from './saved-table'

/** What became of a step, in the order in which it happens: computed and then kept, or taken over from a run before. */
export type StepNews = { step: string; was: 'computed' | 'kept' | 'not kept' | 'taken over'; cause?: unknown }

export type KeptSteps = {
  /** A word for the names of this analysis's scratch tables, the same in each of its runs; null when none of them knows another. */
  owner: string | null
  /** What `work` gives, or what it gave in a run before. */
  result<T>(step: string, work: () => Promise<T>): Promise<T>
  /** Has `work` make the tables of these names, or makes them again as a run before had made them. */
  tables(step: string, names: readonly string[], work: () => Promise<unknown>): Promise<void>
}

/** Every step is computed, and nothing is kept. */
export const nothingKept: KeptSteps = {
  owner: null,
  result: (_, work) => work(),
  tables: async (_, __, work) => void (await work()),
}

type Keeping = {
  engine: Engine
  /** Of this analysis alone. Must be reachable by the engine under the same path. */
  folder: string
  /** Everything that the results of the steps depend on: what was kept under another key goes first. */
  key: string
  onStep?: (news: StepNews) => void
}

const unfinished = 'incoming-'
const keyName = 'key'

/** Opens the folder, makes it when there is none, and removes what is not of this key or half made. */
export async function openKeptSteps({ engine, folder, key, onStep = () => undefined }: Keeping): Promise<KeptSteps> {
  await prepareFolder(folder, key)
  const files = new StepFiles(folder)
  const keep = async (step: string, work: () => Promise<void>) => {
    onStep({ step, was: 'computed' })
    try {
      await work()
      onStep({ step, was: 'kept' })
    } catch (cause) {
      onStep({ step, was: 'not kept', cause })
    }
  }
  return {
    owner: createHash('sha256').update(folder).digest('hex').slice(0, 16),
    async result<T>(step: string, work: () => Promise<T>): Promise<T> {
      const before = await files.read<T>(step)
      if (before) {
        onStep({ step, was: 'taken over' })
        return before.value
      }
      const value = await work()
      await keep(step, () => files.write(step, value))
      return value
    },
    async tables(step, names, work) {
      const before = await files.read<SavedTable[]>(step)
      if (before && (await loadAll(engine, names, { saved: before.value, folder }))) {
        return onStep({ step, was: 'taken over' })
      }
      await work()
      await keep(step, async () => files.write(step, await saveAll(engine, names, { step, folder, files })))
    },
  }
}

async function prepareFolder(folder: string, key: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const isOurs = (await readFile(join(folder, keyName), 'utf8').catch(() => null)) === key
  const dead = (await readdir(folder)).filter((name) => !isOurs || name.startsWith(unfinished))
  for (const name of dead) await rm(join(folder, name), { recursive: true, force: true })
  if (!isOurs) await new StepFiles(folder).put(keyName, (file) => file.writeFile(key))
}

/** False when what was saved is not whole: then no table of these names is left. */
async function loadAll(engine: Engine, names: readonly string[], from: { saved: SavedTable[]; folder: string }) {
  try {
    for (const [at, name] of names.entries()) await loadTable(engine, name, from.saved[at], from.folder)
    return true
  } catch {
    for (const name of names) await engine.run(`DROP TABLE IF EXISTS ${name} SYNC`)
    return false
  }
}

type Saving = { step: string; folder: string; files: StepFiles }

async function saveAll(engine: Engine, names: readonly string[], { step, folder, files }: Saving) {
  const saved: SavedTable[] = []
  for (const [at, name] of names.entries()) {
    const incoming = `${unfinished}${randomUUID()}.zst`
    const table = await saveTable(engine, name, join(folder, incoming))
    const file = `${step}.${at}.native.zst`
    await files.settle(incoming, file)
    saved.push({ ...table, file })
  }
  return saved
}

/** Files of one folder that come under their names at once. */
class StepFiles {
  constructor(private readonly folder: string) {}

  /** Null when there is none, or none that is what was written. */
  async read<T>(step: string): Promise<{ value: T } | null> {
    const bytes = await readFile(join(this.folder, `${step}.step`)).catch(() => null)
    if (!bytes || !digest(bytes.subarray(digestBytes)).equals(bytes.subarray(0, digestBytes))) return null
    try {
      return { value: deserialize(bytes.subarray(digestBytes)) as T }
    } catch {
      return null
    }
  }

  /** Numbers, sets and missing values come back as they are, which JSON could not do. */
  async write(step: string, value: unknown): Promise<void> {
    const bytes = serialize(value)
    await this.put(`${step}.step`, (file) => file.writeFile(Buffer.concat([digest(bytes), bytes])))
  }

  async put(name: string, write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
    const incoming = `${unfinished}${randomUUID()}`
    const file = await open(join(this.folder, incoming), 'wx', 0o600)
    await write(file).finally(() => file.close())
    await this.settle(incoming, name)
  }

  /** Once it returns, a file with its name survives a power cut. */
  async settle(incoming: string, name: string): Promise<void> {
    const path = join(this.folder, incoming)
    const file = await open(path, 'r')
    await file.sync().finally(() => file.close())
    await rename(path, join(this.folder, name))
  }
}

const digestBytes = 32
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
