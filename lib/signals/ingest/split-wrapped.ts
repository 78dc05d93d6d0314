/** Splits JSON documents that wrap their records in a list, `{"data": […], "has_more": …}`, of any length. */

import type { RecordSink } from './record-sink'
import { DocumentSplitter } from './split-documents'
import type { Splitter } from './splitter'

const quote = 0x22
const backslash = 0x5c
const newline = 0x0a
const openList = 0x5b
const openObject = 0x7b
const openers = new Set([openObject, openList])
const closers = new Set([0x7d, 0x5d])
const between = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2c, openList, 0x5d])

/** Beyond this an object without the list is one record, whatever follows. */
const longestHead = 1024 ** 2

/**
 * Each element of the list under `name` is a record; the rest of such a document says nothing of a record and is left out. A
 * document without the list is a record itself.
 */
export class WrappedSplitter implements Splitter {
  private state: 'between' | 'head' | 'list' | 'tail' | 'whole' | 'stray' = 'between'
  private parts: Buffer[] = []
  private inner: DocumentSplitter | null = null
  private depth = 0
  private inString = false
  private escaped = false
  private offset: number
  private readonly opens: RegExp
  private readonly sink: RecordSink

  constructor(sink: RecordSink, startsAt: number, name: string) {
    this.sink = sink
    this.offset = startsAt
    this.opens = new RegExp(`"${name}"\\s*:\\s*$`)
  }

  push(piece: Buffer): void {
    let from = 0
    for (let at = 0; at < piece.length; at += 1) {
      const before = this.state
      const closes = this.step(piece[at] as number, piece, from, at)
      if (closes) {
        this.keep(piece.subarray(from, at + 1))
        this.close()
        from = at + 1
      } else if (this.state !== before) from = this.state === 'list' ? at : before === 'between' ? at : at + 1
    }
    if (from < piece.length) this.keep(piece.subarray(from))
    if (this.state === 'head' && this.headLength() > longestHead) this.becomeWhole()
    this.offset += piece.length
  }

  end(): void {
    if (this.state === 'head') this.becomeWhole()
    this.close()
  }

  /** Takes one byte in; true when the part that was going on ends with it. */
  private step(byte: number, piece: Buffer, from: number, at: number): boolean {
    if (this.state === 'between') return this.begin(byte, at)
    if (this.state === 'stray') return byte === newline
    if (this.inString) {
      if (this.escaped) this.escaped = false
      else if (byte === backslash) this.escaped = true
      else if (byte === quote) this.inString = false
    } else if (byte === quote) this.inString = true
    else if (openers.has(byte)) this.open(byte, piece, from, at)
    else if (closers.has(byte)) return this.leave()
    return false
  }

  private begin(byte: number, at: number): boolean {
    if (between.has(byte)) return false
    this.startedAt = this.offset + at
    this.state = byte === openObject ? 'head' : 'stray'
    this.depth = 1
    if (this.state === 'stray') this.inner = new DocumentSplitter(this.sink, this.startedAt)
    return false
  }
  private startedAt = 0

  private open(byte: number, piece: Buffer, from: number, at: number): void {
    if (this.state === 'head' && this.depth === 1 && byte === openList) {
      const head = Buffer.concat([...this.parts, piece.subarray(from, at)])
      if (this.opens.test(head.toString('latin1', Math.max(0, head.length - 200)))) {
        this.parts = []
        this.inner = new DocumentSplitter(this.sink, this.offset + at)
        this.state = 'list'
      }
    }
    this.depth += 1
  }

  private leave(): boolean {
    this.depth -= 1
    if (this.state === 'list') return this.depth === 1
    if (this.depth > 0) return false
    if (this.state === 'head') this.becomeWhole()
    return true
  }

  private keep(part: Buffer): void {
    if (this.state === 'head') this.parts.push(part)
    else this.inner?.push(part)
  }

  private headLength = () => this.parts.reduce((sum, part) => sum + part.length, 0)

  private becomeWhole(): void {
    this.inner = new DocumentSplitter(this.sink, this.startedAt)
    for (const part of this.parts) this.inner.push(part)
    this.parts = []
    this.state = 'whole'
  }

  /** After the list comes the tail of the document, after all else the next one. */
  private close(): void {
    this.inner?.end()
    this.inner = null
    this.state = this.state === 'list' ? 'tail' : 'between'
  }
}
