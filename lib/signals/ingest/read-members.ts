/** Reads every member of an evidence item with its own layout and format; positions go on from one to the next. */

import { AppError } from '@/lib/platform/errors'
import type { LogFormat, SourceRecord } from '@/lib/signals/formats/log-format'
import { recogniseFormat, UnknownFormat } from '@/lib/signals/formats/recognise-format'
import type { ChunkQueue, Workplace } from './chunk-queue'
import { concernsMember, damageAt } from './item-fault'
import { type Member, readable } from './layer'
import { layoutOf, sampleOf } from './layout'
import { memberName } from './member-names'
import { readHead } from './read-head'
import { ChunkBuilder } from './record-sink'
import { blamingFile, parquetBytes, parquetSample } from './stage-parquet'
import { openTable } from './workbook-lines'

/** Half-open range of positions. */
export type Positions = { from: number; to: number }
type Packed = Extract<Member, { path: string }>
/** Where to work, and what to take the records for; see `IngestRequest`. */
type Asked = Workplace & { format?: string | LogFormat; further?: readonly LogFormat[]; chunkBytes?: number }
type Refusal = { name: string | null; reason: string }

export class MemberReader {
  /** What was read of members that turned out to be damaged, and must not become rows. */
  readonly damaged: Positions[] = []
  private readonly builder: ChunkBuilder
  private format: LogFormat | null = null
  private unknown: UnknownFormat | null = null
  private firstRefusal: Refusal | null = null

  constructor(
    private readonly queue: ChunkQueue,
    private readonly asked: Asked,
  ) {
    this.builder = new ChunkBuilder(asked.chunkBytes)
  }

  /** Its records, or the one rejection that stands for all of it. Throws what concerns the item as a whole. */
  async read(member: Member): Promise<void> {
    const { name } = member
    this.builder.startMember(name, member.kind === 'text')
    const from = this.builder.position
    try {
      if (member.kind === 'text') await this.readText(member.bytes)
      else if (member.kind === 'parquet') await this.readParquet(member)
      else if (member.kind === 'workbook') await this.readWorkbook(member)
      else if (member.kind === 'refused') this.refuse({ name, reason: member.reason })
    } catch (error) {
      if (name === null || !concernsMember(error)) throw error
      if (this.builder.position > from) this.damaged.push({ from, to: this.builder.position })
      if (error instanceof UnknownFormat) this.unknown ??= error
      this.refuse({ name, reason: error.publicMessage })
    }
    if (this.builder.isFull) await this.flush()
  }

  /** Waits until everything is staged. Throws `AppError` when nothing of an archive could be read. */
  async finish(): Promise<void> {
    await this.flush()
    await this.queue.settle()
    if (this.queue.tables.size > 0) return
    if (this.unknown) throw this.unknown
    const { name, reason } = this.firstRefusal ?? { name: null, reason: '' }
    const first = name === null ? 'There is no file in it.' : `The first file in it, “${name}”: ${reason}`
    throw new AppError('unsupported', `Nothing in this archive could be read as a log. ${first}`)
  }

  private async readText(bytes: AsyncIterable<Buffer>): Promise<void> {
    const { head, rest } = await readHead(bytes)
    const layout = layoutOf(head)
    await this.goOnIn(this.formatOf(sampleOf(head, layout)))
    const splitter = layout.splitter(this.builder)
    splitter.push(head.subarray(layout.skip))
    for await (const piece of rest) {
      splitter.push(piece)
      if (this.builder.isFull) await this.flush()
    }
    splitter.end()
  }

  /** What came before is staged first, so that rejections stay in order. */
  private async readParquet({ name, path, budget }: Packed): Promise<void> {
    const damage = (cause: unknown) => damageAt({ name }, 'Parquet data', cause)
    const { engine } = this.asked
    const sample = await blamingFile(parquetSample(engine, path), damage)
    const format = this.formatOf(sample)
    budget.take((await blamingFile(parquetBytes(engine, path, budget.left), damage)) ?? Number.POSITIVE_INFINITY)
    await this.goOnIn(format)
    await this.flush()
    const file = { path, first: this.builder.position }
    this.builder.advance(await this.queue.addParquet({ file, member: name, format, damage }))
  }

  /** One sheet; each other one is a rejection. */
  private async readWorkbook({ name, path, budget }: Packed): Promise<void> {
    const damaged = (cause: unknown) => (cause instanceof AppError ? cause : damageAt({ name }, 'workbook', cause))
    const table = await openTable(path, `${this.asked.temporary}.strings`, budget).catch((cause: unknown) => {
      throw damaged(cause)
    })
    try {
      await this.readText(readable(table.lines, damaged))
    } finally {
      table.close()
    }
    for (const sheet of table.others) {
      this.builder.startMember(memberName(name, sheet), false)
      this.refuse({ name: sheet, reason: 'is another sheet of the workbook; only the first with a header is read' })
    }
  }

  /** A chunk holds records of one format, of however many members. */
  private async goOnIn(format: LogFormat): Promise<void> {
    if (this.format !== null && this.format !== format) await this.flush()
    this.format = format
    await this.queue.tableOf(format)
  }

  private formatOf(sample: readonly SourceRecord[]): LogFormat {
    return recogniseFormat(sample, this.asked.format, this.asked.further)
  }

  private refuse(refusal: Refusal): void {
    this.firstRefusal ??= refusal
    this.builder.refuseMember(refusal.reason)
  }

  private async flush(): Promise<void> {
    const chunk = this.builder.take()
    if (chunk.positions > 0) await this.queue.add(chunk, this.format)
    else chunk.release()
  }
}
