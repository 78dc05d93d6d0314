/** Takes records apart that hold several: each element of a list within becomes a record of its own, at its own place. */

import { listIn } from './json-lists'
import type { RecordSink } from './record-sink'
import type { RejectionCode } from './rejection'

/** One step into a record. With `around`, an element keeps what stood around the list: it takes the place of the list. */
export type ListStep = { name: string; around: boolean }

type Leaf = { line: Buffer; start: number; length: number }

/** What one record may grow to when what stands around a list is repeated for each element. */
const mostBytes = 256 * 1024 ** 2

/** A sink in front of `sink`. A record without the lists, or one that would grow beyond all measure, goes through as it is. */
export class ListSink implements RecordSink {
  private readonly sink: RecordSink
  private readonly steps: readonly ListStep[]

  constructor(sink: RecordSink, steps: readonly ListStep[]) {
    this.sink = sink
    this.steps = steps
  }

  record(bytes: Buffer, byteOffset: number, byteLength: number): void {
    const leaves = leavesOf(bytes, this.steps)
    if (!leaves) this.sink.record(bytes, byteOffset, byteLength)
    for (const { line, start, length } of leaves ?? []) this.sink.record(line, byteOffset + start, length)
  }

  blank(bytes: Buffer): void {
    this.sink.blank(bytes)
  }

  reject(code: RejectionCode, head: Buffer, byteOffset: number, byteLength: number): void {
    this.sink.reject(code, head, byteOffset, byteLength)
  }
}

/** Null when the record does not hold the first list, or holds too much around too many. */
function leavesOf(record: Buffer, [step, ...inner]: readonly ListStep[]): Leaf[] | null {
  const list = step ? listIn(record, step.name) : null
  if (!step || !list) return null
  const around = step.around ? record.length - (list.end - list.start) : 0
  const leaves = list.elements.flatMap(({ start, end }) => {
    const element = record.subarray(start, end)
    const within = leavesOf(element, inner) ?? [{ line: element, start: 0, length: element.length }]
    return within.map((leaf) => ({ ...leaf, start: start + leaf.start }))
  })
  if (leaves.length * around > mostBytes) return null
  if (!step.around) return leaves
  const before = record.subarray(0, list.start)
  const after = record.subarray(list.end)
  return leaves.map((leaf) => ({ ...leaf, line: Buffer.concat([before, leaf.line, after]) }))
}
