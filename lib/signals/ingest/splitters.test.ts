import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordSink } from './record-sink'
import { CsvSplitter } from './split-csv'
import { DocumentSplitter } from './split-documents'
import { LineSplitter } from './split-lines'
import type { Splitter } from './splitter'

type Found = { text: string; offset: number; length: number }

/** What a splitter finds when the text comes in pieces of the given sizes. */
function split(text: string, sizes: number[], make: (sink: RecordSink) => Splitter): Found[] {
  const found: Found[] = []
  const splitter = make({
    record: (bytes, offset, length) => found.push({ text: bytes.toString(), offset, length }),
    blank: () => undefined,
    reject: (code, _head, offset, length) => found.push({ text: `reject ${code}`, offset, length }),
  })
  const bytes = Buffer.from(text)
  let at = 0
  for (const size of [...sizes, bytes.length]) {
    splitter.push(Buffer.from(bytes.subarray(at, at + size)))
    at += size
  }
  splitter.end()
  return found
}

const pieces = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 })
const structural = fc.constantFrom('"', ',', '\n', '\r', '{', '}', '[', ']', '\\', 'a', 'é', ' ', '😀')
const text = fc.oneof(fc.string({ unit: structural, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
const records = fc.array(
  fc.dictionary(
    fc.string({ maxLength: 5 }),
    fc.oneof(fc.string(), fc.integer(), fc.constantFrom('"', '\\', '{', ']'), fc.array(fc.string())),
  ),
  { maxLength: 6 },
)

describe('splitters', () => {
  it('find the same records however the bytes arrive', () => {
    fc.assert(
      fc.property(text, pieces, (given, sizes) => {
        for (const make of [
          (sink: RecordSink) => new LineSplitter(sink, 0),
          (sink: RecordSink) => new DocumentSplitter(sink, 0),
          (sink: RecordSink) => new CsvSplitter(sink, 0, ','),
        ]) {
          const attempt = (cuts: number[]) => {
            try {
              return split(given, cuts, make)
            } catch (error) {
              return String(error)
            }
          }
          expect(JSON.stringify(attempt(sizes))).toBe(JSON.stringify(attempt([])))
        }
      }),
    )
  })

  it('take pretty-printed documents apart', () => {
    fc.assert(
      fc.property(records, pieces, fc.boolean(), (values, sizes, asList) => {
        const text = asList
          ? JSON.stringify(values, null, 2)
          : values.map((value) => JSON.stringify(value, null, 1)).join('\n')
        const found = split(text, sizes, (sink) => new DocumentSplitter(sink, 0))
        expect(found.map((record) => JSON.parse(record.text))).toEqual(JSON.parse(JSON.stringify(values)))
        const bytes = Buffer.from(text)
        for (const { text: one, offset, length } of found) {
          expect(JSON.parse(bytes.subarray(offset, offset + length).toString())).toEqual(JSON.parse(one))
        }
      }),
    )
  })

  it('read back any CSV that follows the rules', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), pieces, (cells, sizes) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = ['a,b', ...cells.map((pair) => pair.map(quoted).join(','))].join('\r\n')
        const found = split(text, sizes, (sink) => new CsvSplitter(sink, 0, ','))
        expect(found.map((record) => JSON.parse(record.text))).toEqual(cells.map(([a, b]) => ({ a, b })))
      }),
    )
  })
})
