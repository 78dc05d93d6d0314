/** Stages chunks a few at a time, each format in a table of its own, and writes their rejections in order. */

import { rm, writeFile } from 'node:fs/promises'
import type { Engine } from '@/lib/platform/engine'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { KeptRows } from './kept-rows'
import type { Chunk } from './record-sink'
import type { RejectFile } from './reject-file'
import { rejectionReasons } from './rejection'
import { createStage, mergeStage, refusedIn, stageLines } from './stage'
import { blamingFile, type ParquetFile, refusedRows, stageParquet } from './stage-parquet'

/** The files and tables of one ingest begin with these names; `kept` has rows of an earlier one, and gets those of this one. */
export type Workplace = { engine: Engine; table: string; temporary: string; kept: KeptRows | null }

type ParquetAddition = {
  file: ParquetFile
  member: string | null
  format: LogFormat
  /** The refusal of a file that the engine cannot read. */
  damage: (cause: unknown) => Error
}

const chunksInFlight = 2
/** Parts of a stage that are read side by side without being merged. */
const fewParts = 48

export class ChunkQueue {
  /** The table that the rows of each format are in, in the order in which the formats came. */
  readonly tables = new Map<LogFormat, string>()
  /** Records that were given, whether they became rows or rejections. */
  records = 0
  private running: Promise<() => Promise<void>>[] = []
  private parts = new Map<string, number>()

  constructor(
    private readonly workplace: Workplace,
    private readonly rejects: RejectFile,
  ) {}

  /** The table for rows of this format. */
  async tableOf(format: LogFormat): Promise<string> {
    const { engine, table } = this.workplace
    const known = this.tables.get(format)
    if (known) return known
    const name = this.tables.size === 0 ? table : `${table}_${this.tables.size}`
    this.tables.set(format, name)
    await createStage(engine, name)
    return name
  }

  /** Takes a chunk of records of one format; of null when every record of it is rejected already. */
  async add(chunk: Chunk, format: LogFormat | null): Promise<void> {
    this.records += chunk.records
    if (this.running.length >= chunksInFlight) await this.settleFirst()
    const staging = format && chunk.hasLines ? this.stage(chunk, format, await this.roomFor(format)) : rejectAll(chunk)
    const settled = staging.then((all) => () => this.rejects.write(all))
    settled.catch(() => undefined)
    this.running.push(settled)
  }

  /** Reads a Parquet file behind everything that was added, and gives back how many positions it takes. */
  async addParquet({ file, member, format, damage }: ParquetAddition): Promise<number> {
    await this.settle()
    const { engine } = this.workplace
    const table = await this.roomFor(format)
    const positions = await blamingFile(stageParquet(engine, table, format, file), damage)
    this.records += positions
    const place = { member, byteOffset: null, byteLength: null }
    for await (const rows of refusedRows(engine, table, file)) {
      const all = rows.map(({ position, code, text }) => ({ ...place, position, reason: rejectionReasons[code], text }))
      await this.rejects.write(all)
    }
    return positions
  }

  /** Waits for everything that was added. */
  async settle(): Promise<void> {
    while (this.running.length > 0) await this.settleFirst()
  }

  /** Waits until nothing runs any more, whatever became of it. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running)
  }

  private async settleFirst(): Promise<void> {
    const writeRejections = await this.running.shift()
    await writeRejections?.()
  }

  private async roomFor(format: LogFormat): Promise<string> {
    const table = await this.tableOf(format)
    const parts = (this.parts.get(table) ?? 0) + 1
    this.parts.set(table, parts)
    if (parts === fewParts) await mergeStage(this.workplace.engine, table)
    return table
  }

  private async stage(chunk: Chunk, format: LogFormat, table: string) {
    const { engine, kept } = this.workplace
    try {
      if (!(await kept?.takeOver({ chunk, format, table }))) await this.readLines(chunk, format, table)
      const refused = await refusedIn(engine, table, chunk)
      const all = [...chunk.rejections, ...refused.map(({ position, code }) => chunk.rejection(position, code))]
      return all.sort((a, b) => a.position - b.position)
    } finally {
      chunk.release()
    }
  }

  private async readLines(chunk: Chunk, format: LogFormat, table: string): Promise<void> {
    const { engine, kept, temporary } = this.workplace
    const { first, lines } = chunk
    const path = `${temporary}.chunk-${first}`
    await writeFile(path, lines, { flag: 'wx' })
    try {
      if (await kept?.keep({ chunk, format, table }, path)) return
      await stageLines(engine, table, format, { path, first })
    } finally {
      await rm(path, { force: true })
    }
  }
}

async function rejectAll(chunk: Chunk) {
  chunk.release()
  return chunk.rejections
}
