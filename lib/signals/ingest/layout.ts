/** Decides by the first bytes of an original how its records are laid out. */

import { AppError } from '@/lib/platform/errors'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { ListSink, type ListStep } from './list-sink'
import { stepsInto } from './record-lists'
import type { RecordSink } from './record-sink'
import { CsvSplitter } from './split-csv'
import { DocumentSplitter } from './split-documents'
import { LineSplitter } from './split-lines'
import { WrappedSplitter } from './split-wrapped'
import type { Splitter } from './splitter'

export type Layout = {
  /** Bytes to leave out at the beginning: the byte order mark. */
  skip: number
  splitter(sink: RecordSink): Splitter
}

const sampleSize = 100
const isObject = (value: unknown): value is SourceRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The layout of the original that begins with `head`. Throws `AppError` when it is no text of records. */
export function layoutOf(head: Buffer): Layout {
  const skip = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  const lines = head
    .toString('utf8', skip)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const first = lines[0]?.trim() ?? ''
  const sample = lines.slice(0, sampleSize)
  const whole = sample.filter((line) => isObject(parsed(line)))
  const [ofLines] = whole
  // A list that begins in the middle of a line has one record a line too, but with a comma behind it.
  const goesOn = /[[{,]$/.test(first) && 2 * whole.length < sample.length
  if (ofLines && !first.startsWith('[') && !goesOn) return apart(skip, stepsInto(Buffer.from(ofLines)), LineSplitter)
  if (first.startsWith('[')) return apart(skip, stepsInto(head.subarray(head.indexOf('{'))), DocumentSplitter)
  if (first.startsWith('{')) return documents(skip, stepsInto(head.subarray(skip)))
  const delimiter = delimiterOf(first)
  if (delimiter) return { skip, splitter: (sink) => new CsvSplitter(sink, skip, delimiter) }
  throw new AppError(
    'unsupported',
    'No records were found in this file. A log is JSON Lines, JSON, CSV, Parquet or XLSX; it may be packed.',
  )
}

type PlainSplitter = new (sink: RecordSink, startsAt: number) => Splitter

/** The splitter's records, or those in lists within them. */
const apart = (skip: number, steps: ListStep[], Plain: PlainSplitter): Layout => ({
  skip,
  splitter: (sink) => new Plain(steps.length > 0 ? new ListSink(sink, steps) : sink, skip),
})

/** Documents of which the outermost list may be of any length. */
function documents(skip: number, [outer, ...inner]: ListStep[]): Layout {
  if (!outer || outer.around) return apart(skip, outer ? [outer, ...inner] : [], DocumentSplitter)
  const within = (sink: RecordSink) => (inner.length > 0 ? new ListSink(sink, inner) : sink)
  return { skip, splitter: (sink) => new WrappedSplitter(within(sink), skip, outer.name) }
}

/** The first records of a head, parsed; those that are no JSON objects are left out. */
export function sampleOf(head: Buffer, layout: Layout): SourceRecord[] {
  const sample: SourceRecord[] = []
  const splitter = layout.splitter({
    record: (bytes) => {
      const record = sample.length < sampleSize ? parsed(bytes.toString('utf8')) : undefined
      if (isObject(record)) sample.push(record)
    },
    blank: () => undefined,
    reject: () => undefined,
  })
  splitter.push(head.subarray(layout.skip))
  splitter.end()
  return sample
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The separator that the header has most of, outside quotes. */
function delimiterOf(header: string): string | undefined {
  const bare = header.replace(/"[^"]*"/g, '')
  const [best] = [',', ';', '\t']
    .map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return best?.delimiter
}
