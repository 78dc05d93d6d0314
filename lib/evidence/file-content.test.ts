import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zipOf } from '@/lib/signals/ingest/packed'
import { isProgram, isRecords, whyNotKind } from './file-content'
import type { Kind } from './schema'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['JSON lines', '{"a":1}\n{"a":2}\n'],
  ['a first line longer than what was looked at', `{"prompt":"${'x'.repeat(5000)}`],
  ['a broken line at the top', 'broken\n{"a":1}\n'],
  ['the zeros of a crash between rows', '\0\0\0\n{"a":1}\n'],
  ['a JSON list', '[\n  {"a": 1},\n  {"a": 2}\n]\n'],
  ['a JSON object on several lines', '{\n  "data": [1]\n}\n'],
  ['a byte order mark before CSV', '\ufefftime,account\n1,2\n'],
  ['quoted names of columns', '"time";"account"\n1;2\n'],
  ['tabs', 'time\taccount\n1\t2\n'],
])('%s can be a log', (_, text) => {
  expect(isRecords(bytes(text))).toBe(true)
})

test.each([
  ['nothing', ''],
  ['one word', 'hello\n'],
  ['a page', '<!doctype html>\n<title>Log, of sorts</title>'],
  ['a column twice', 'a,a\n1,2\n'],
  ['a binary', '{"a":1}\0\0'],
])('%s cannot', (_, text) => {
  expect(isRecords(bytes(text))).toBe(false)
})

test('a row that is not in UTF-8 makes no other kind of file of a log', () => {
  expect(isRecords(new Uint8Array([...bytes('{"a":1}\n{"a":"caf'), 0xe9, ...bytes('"}\n')]))).toBe(true)
})

test('whatever JSON lines hold, they are records', () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 })
  fc.assert(fc.property(rows, (all) => isRecords(bytes(all.map((row) => JSON.stringify(row)).join('\n')))))
})

test('records cut anywhere are still records', () => {
  const text = bytes('{"prompt":"grüße, 世界"}\n{"prompt":"🙂"}\n')
  for (let end = 1; end <= text.length; end++) expect(isRecords(text.subarray(0, end))).toBe(true)
})

test('a program is known by its first bytes, a letter that begins with MZ is none', () => {
  const windows = new Uint8Array(256)
  windows.set(bytes('MZ'))
  windows[60] = 0x80
  windows.set(bytes('PE'), 0x80)
  expect(isProgram(windows)).toBe(true)
  expect(isProgram(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2]))).toBe(true)
  expect(isProgram(bytes(`MZ is how the letter begins. ${'It goes on. '.repeat(20)}`))).toBe(false)
  expect(isProgram(bytes('%PDF-1.7'))).toBe(false)
})

const folder = mkdtempSync(join(tmpdir(), 'file-content-'))
const whyNot = (content: Uint8Array, kind: Kind) => {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return whyNotKind(path, kind)
}

test('a log may be packed, and model outputs as a stream only', async () => {
  const record = bytes('{"a":1}\n')
  const packed = [gzipSync(record), zipOf([{ name: 'a', bytes: Buffer.from(record) }]), bytes('PAR1')]
  for (const content of [record, ...packed]) expect(await whyNot(content, 'USAGE_LOG')).toBeNull()
  expect(await Promise.all([whyNot(gzipSync(record), 'MODEL_OUTPUTS')])).toEqual([null])
  expect(await whyNot(packed[1] as Uint8Array, 'MODEL_OUTPUTS')).toContain('plain, gzip or zstd')
  expect(await whyNot(gzipSync(packed[1] as Uint8Array), 'MODEL_OUTPUTS')).toContain('plain, gzip or zstd')
  expect(await whyNot(Buffer.from('{"a":1}\n', 'utf16le'), 'USAGE_LOG')).toBeNull()
})

test('what cannot be read is named', async () => {
  expect(await whyNot(new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]), 'USAGE_LOG')).toContain('xz')
  expect(await whyNot(new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 'USAGE_LOG')).toContain('like a gzip file')
  expect(await whyNot(gzipSync('hello'), 'USAGE_LOG')).toContain('neither JSON lines')
})
