/** A table of the engine as a file, and back: the same columns in the same order of rows, or a refusal. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'

/** `create` makes a table of another name once `nameHere` is replaced by it. */
export type SavedTable = { create: string; rows: number; file: string; bytes: number }

const nameHere = '{table}'

/** Writes the table to `path`, which must end in `.zst`; the frames carry checksums. */
export async function saveTable(engine: Engine, name: string, path: string): Promise<Omit<SavedTable, 'file'>> {
  const [made] = await engine.rows<{ statement: string }>(`SHOW CREATE TABLE ${name}`)
  const create = made?.statement.replace(/^CREATE TABLE \S+/, `CREATE TABLE ${nameHere}`)
  if (!create?.includes(nameHere)) throw new Error(`The engine does not say how ${name} was made.`)
  await engine.run(
    `INSERT INTO FUNCTION file({path:String}, 'Native') SELECT * FROM ${name} SETTINGS output_format_compression_level = 1`,
    { path },
  )
  return { create, rows: await countRows(engine, name), bytes: (await stat(path)).size }
}

/** Makes the table again out of its file in `folder`. Throws when it is not whole; a table of the name may then be left. */
export async function loadTable(engine: Engine, name: string, saved: SavedTable | undefined, folder: string) {
  if (!saved) throw new Error(`Nothing was saved of ${name}.`)
  const path = join(folder, saved.file)
  if ((await stat(path)).size !== saved.bytes) throw new Error(`${saved.file} is not of its size.`)
  await engine.run(saved.create.replace(nameHere, name))
  await engine.run(`INSERT INTO ${name} SELECT * FROM file({path:String}, 'Native')`, { path })
  if ((await countRows(engine, name)) !== saved.rows) throw new Error(`${saved.file} does not have its rows.`)
}

async function countRows(engine: Engine, name: string): Promise<number> {
  const [found] = await engine.rows<{ n: number }>(`SELECT count() AS n FROM ${name}`)
  return Number(found?.n ?? 0)
}
