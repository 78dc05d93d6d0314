import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { concernsMember } from './item-fault'
import { membersOf } from './members'
import { type PackedFile, tarOf, zipOf } from './packed'

type Taken = { name: string | null; text?: string; refused?: string; path?: boolean }
const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
const folder = mkdtempSync(join(tmpdir(), 'members-'))

/** What comes out of an item; what concerns the item as a whole is thrown. */
async function taken(bytes: Buffer): Promise<Taken[]> {
  const path = join(folder, 'item')
  writeFileSync(path, bytes)
  const all: Taken[] = []
  const item = { path, storedBytes: bytes.length, limits, temporary: join(folder, 'tmp'), onRead: () => undefined }
  for await (const member of membersOf(item)) {
    const { name } = member
    if (member.kind === 'refused') all.push({ name, refused: member.reason })
    else if (member.kind !== 'text') all.push({ name, path: true })
    else {
      try {
        const pieces: Buffer[] = []
        for await (const piece of member.bytes) pieces.push(piece)
        all.push({ name, text: Buffer.concat(pieces).toString('latin1') })
      } catch (error) {
        if (!concernsMember(error) || name === null) throw error
        all.push({ name, refused: error.publicMessage })
      }
    }
  }
  expect(readdirSync(folder)).toEqual(['item'])
  return all
}

const file = (name: string, text: string, more: Partial<PackedFile> = {}): PackedFile => ({
  name,
  bytes: Buffer.from(text),
  ...more,
})
const texts = fc.array(fc.string({ minLength: 1, maxLength: 900 }), { minLength: 1, maxLength: 5 })
const filesOf = (all: string[]) => all.map((text, index) => file(`d/${index}.jsonl`, `{"t":${JSON.stringify(text)}}`))
const wholes = (files: PackedFile[]) => files.map(({ name, bytes }) => ({ name, text: bytes.toString('latin1') }))
const packings: [string, (files: readonly PackedFile[]) => Buffer][] = [
  ['tar', tarOf],
  ['zip', zipOf],
  ['tar in gzip', (files) => gzipSync(tarOf(files))],
  ['tar of gzip', (files) => tarOf(files.map((one) => ({ ...one, bytes: gzipSync(one.bytes) })))],
]

/** Altered here, what gzip gives looks like an archive that ends early: only its sum at the end tells. */
const endsEarly: [string[], { at: number; byte: number }] = [
  ['C*G/8KO', 'e', ')9  !?z', 'WKW<', '0'],
  { at: 90_158_037, byte: 3 },
]

describe.each(packings)('files in %s', (name, pack) => {
  it('come out in order, as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const files = filesOf(all)
        expect(await taken(pack(files))).toEqual(wholes(files))
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('come out whole or not at all when the archive is cut off or altered', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.option(fc.nat(255), { nil: null }) })
    await fc.assert(
      fc.asyncProperty(texts, change, async (all, { at, byte }) => {
        const files = filesOf(all)
        const bytes = Buffer.from(pack(files))
        const place = at % bytes.length
        if (byte !== null) bytes[place] = byte
        const given = byte === null ? bytes.subarray(0, place) : bytes
        const found = await taken(given).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError)
          return []
        })
        // Only a tar has no sum of what is in it: there an altered letter stays unseen.
        if (name === 'tar' && byte !== null) return
        const sent = new Set(files.map((one) => one.bytes.toString('latin1')))
        for (const { text, name: shown } of found) if (shown && text !== undefined) expect(sent).toContain(text)
      }),
      { numRuns: 60, examples: [endsEarly] },
    )
  }, 60_000)
})

const good = file('good.jsonl', '{"good":1}')

it.each([
  ['../../etc/passwd', 'has a path that leads out'],
  ['a/../../b.jsonl', 'has a path that leads out'],
  ['/etc/passwd', 'has an absolute path'],
  ['C:\\log.jsonl', 'has an absolute path'],
])('a file called %s is refused, and the others are read', async (name, reason) => {
  for (const pack of [tarOf, zipOf]) {
    const [bad, other] = await taken(pack([file(name, '{"bad":1}'), good]))
    expect(bad?.refused).toContain(reason)
    expect(other).toEqual({ name: 'good.jsonl', text: '{"good":1}' })
  }
})

it.each([
  ['1', 'a link'],
  ['2', 'a link'],
  ['3', 'a device'],
  ['5', 'a folder'],
  ['6', 'a device'],
  ['S', 'sparse'],
])('an entry of type %s is said to be no file', async (kind, reason) => {
  const [bad, other] = await taken(tarOf([file('it', '', { kind }), good]))
  expect(bad?.refused).toContain(reason)
  expect(other?.text).toBe('{"good":1}')
})

describe('what the headers of an archive say', () => {
  it('is checked against what is there, file by file', async () => {
    for (const claims of [{ size: 3 }, { size: 3_000 }, { sum: 7 }]) {
      const found = await taken(zipOf([file('lies.jsonl', '{"lies":1}', { claims }), good]))
      expect(found).toEqual([
        { name: 'lies.jsonl', refused: expect.stringContaining('broken or cut off') },
        { name: 'good.jsonl', text: '{"good":1}' },
      ])
    }
  })

  it('ends the reading where no file can follow', async () => {
    const claims = { size: 8_000_000_000 }
    await expect(taken(tarOf([file('lies.jsonl', '{"lies":1}', { claims }), good]))).rejects.toMatchObject({
      code: 'unsupported',
      publicMessage: expect.stringContaining('tar archive'),
    })
  })

  it('counts for nothing when it hides how much comes out', async () => {
    const bomb = file('b', ' '.repeat(30_000_000))
    const many = Array.from({ length: 40 }, () => file('b', ' '.repeat(900_000)))
    const packed = [
      zipOf([bomb]),
      gzipSync(tarOf([bomb])),
      zipOf(many),
      tarOf([{ ...bomb, bytes: gzipSync(bomb.bytes) }]),
    ]
    for (const bytes of packed) await expect(taken(bytes)).rejects.toMatchObject({ code: 'too-large' })
  })
})

it('reads an archive in an archive, and no deeper', async () => {
  const inner = { name: 'inner.zip', bytes: zipOf([good]) }
  const deep = { name: 'deep.tar', bytes: tarOf([inner, good]) }
  expect(await taken(tarOf([inner, good]))).toEqual([
    { name: 'inner.zip › good.jsonl', text: '{"good":1}' },
    { name: 'good.jsonl', text: '{"good":1}' },
  ])
  expect(await taken(tarOf([deep]))).toEqual([
    { name: 'deep.tar › inner.zip', refused: expect.stringContaining('an archive within an archive') },
    { name: 'deep.tar › good.jsonl', text: '{"good":1}' },
  ])
})

it('reads text in UTF-16 of both byte orders, with a mark and without', async () => {
  const text = '{"a":"ü"}\n'
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [
    little,
    big,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
  ]) {
    expect(await taken(bytes)).toEqual([{ name: null, text: Buffer.from(text).toString('latin1') }])
  }
})

it('names what it does not read', async () => {
  const packed: [number[], string][] = [
    [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], 'xz'],
    [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '7-Zip'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'old kind'],
  ]
  for (const [magic, word] of packed) {
    const sentence = expect.stringContaining(word)
    await expect(taken(Buffer.from(magic))).rejects.toMatchObject({ code: 'unsupported', publicMessage: sentence })
  }
})
