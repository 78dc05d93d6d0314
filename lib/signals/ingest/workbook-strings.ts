/** The shared texts of a workbook: a few in memory, the rest in a file of ours, however many there are. */

import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { readXml } from './xml-events'

const inMemory = 32 * 1024 ** 2
const writtenAtOnce = 1024 ** 2

export class WorkbookStrings {
  private readonly early: string[] = []
  private readonly ends: number[] = []
  private kept = 0
  private written = 0
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private file: number | null = null

  constructor(private readonly path: string) {}

  /** Takes the texts of `xl/sharedStrings.xml`, in order; what is said about how to pronounce them is left out. */
  async read(pieces: AsyncIterable<Buffer>): Promise<void> {
    let text = ''
    let inText = false
    let inPhonetic = false
    await readXml(pieces, {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 'rPh') inPhonetic = true
        else if (name === 't') inText = !inPhonetic
      },
      text: (part) => {
        if (inText) text += part
      },
      close: (name) => {
        if (name === 'si') this.add(text)
        else if (name === 'rPh') inPhonetic = false
        else if (name === 't') inText = false
      },
    })
    this.write()
  }

  /** The text with this number; undefined when there is none. */
  at(index: number): string | undefined {
    if (index < this.early.length) return this.early[index]
    const end = this.ends[index - this.early.length]
    if (end === undefined || this.file === null) return undefined
    const start = this.ends[index - this.early.length - 1] ?? 0
    const bytes = Buffer.alloc(end - start)
    readSync(this.file, bytes, 0, bytes.length, start)
    return bytes.toString()
  }

  close(): void {
    if (this.file === null) return
    closeSync(this.file)
    rmSync(this.path, { force: true })
  }

  private add(text: string): void {
    this.kept += text.length
    if (this.kept <= inMemory && this.ends.length === 0) {
      this.early.push(text)
      return
    }
    const bytes = Buffer.from(text)
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    this.ends.push(this.written + this.waitingBytes)
    if (this.waitingBytes > writtenAtOnce) this.write()
  }

  private write(): void {
    if (this.waitingBytes === 0) return
    this.file ??= openSync(this.path, 'wx+')
    writeSync(this.file, Buffer.concat(this.waiting))
    this.written += this.waitingBytes
    this.waiting = []
    this.waitingBytes = 0
  }
}
