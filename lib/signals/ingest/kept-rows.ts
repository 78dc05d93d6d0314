/**
 * Keeps the rows of each chunk as a file that has the chunk's content as its name, so that a reading that was killed need not make
 * them again. What is kept is only ever a help: without it, or where it is damaged, the rows are made of the lines.
 */

import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { Chunk } from './record-sink'
import { rowsSql } from './row-sql'
import { removeRows, stageStructure } from './stage'

/** Every file of kept rows begins with this. */
const keptPrefix = 'kept-'

type Place = { engine: Engine; folder: string; temporary: string }
type Told = { table: string; format: LogFormat; chunk: Pick<Chunk, 'first' | 'lines' | 'positions'> }

export class KeptRows {
  constructor(private readonly place: Place) {}

  /** Gives the rows of an earlier reading to the table; false when there are none that are whole. */
  async takeOver({ table, format, chunk }: Told): Promise<boolean> {
    const path = this.pathOf(format, chunk)
    const isThere = await open(path, 'r').then(
      (file) => file.close().then(() => true),
      () => false,
    )
    if (!isThere) return false
    const { engine } = this.place
    const { first, positions } = chunk
    try {
      await engine.run(`INSERT INTO ${table} SELECT * FROM file({path:String}, 'Native')`, { path })
      return true
    } catch {
      await removeRows(engine, table, [{ from: first, to: first + positions }])
      await rm(path, { force: true })
      return false
    }
  }

  /** Makes the rows of the lines at `lines`, keeps them, and gives them to the table; false when they cannot be kept. */
  async keep(told: Told, lines: string): Promise<boolean> {
    const { format, chunk } = told
    const { engine, temporary } = this.place
    const incoming = `${temporary}.rows-${randomUUID()}.zst`
    try {
      await engine.run(
        `INSERT INTO FUNCTION file({rows:String}, 'Native', {structure:String}) ${rowsSql(format)}
         SETTINGS output_format_compression_level = 1`,
        { ...format.params, path: lines, first: chunk.first, rows: incoming, structure: stageStructure },
      )
      const file = await open(incoming, 'r')
      await file.sync().finally(() => file.close())
      await rename(incoming, this.pathOf(format, chunk))
    } catch {
      await rm(incoming, { force: true })
      return false
    }
    return await this.takeOver(told)
  }

  /** Of the same lines at the same place, read by the same statement, the rows are the same. */
  private pathOf(format: LogFormat, { first, lines }: Told['chunk']): string {
    const statement = JSON.stringify([first, rowsSql(format), format.params ?? {}])
    const name = createHash('sha256').update(statement).update(lines).digest('hex')
    return join(this.place.folder, `${keptPrefix}${name}.native.zst`)
  }
}

/** Removes the rows that are kept in `folder`. */
export async function forgetRows(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(keptPrefix))
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })))
}
