import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import { ingested, recordLine } from './ingested'
import { type PackedFile, tarOf, zipOf } from './packed'

const text = Array.from({ length: 400 }, (_, n) =>
  recordLine({ account_id: `a${n % 7}`, request_id: `r${n * 7919}` }),
).join('\n')

/** As the engine writes it: without a sum of its content. */
async function zstd(): Promise<Buffer> {
  const path = join(mkdtempSync(join(tmpdir(), 'compressed-')), 'log.jsonl.zst')
  const sql =
    "INSERT INTO FUNCTION file({path:String}, 'LineAsString', 'line String') SELECT arrayJoin({lines:Array(String)})"
  await batchEngine().run(sql, { path, lines: text.split('\n') })
  return readFileSync(path)
}

/** What came of it: the number of rows, or the sentence of the refusal. Anything else is a fault and is thrown. */
async function outcome(bytes: Buffer): Promise<number | string> {
  try {
    const { rows, rejected } = await ingested(bytes)
    return rows + rejected
  } catch (error) {
    if (error instanceof AppError && ['unsupported', 'too-large'].includes(error.code)) return error.publicMessage
    throw error
  }
}

const packings: Record<string, () => Promise<Buffer>> = {
  gzip: async () => gzipSync(text),
  zstd,
  tar: async () => tarOf([{ name: 'log.jsonl', bytes: Buffer.from(text) }]),
  zip: async () => zipOf([{ name: 'log.jsonl', bytes: Buffer.from(text) }]),
}

const unsummed = new Set(['tar', 'zstd'])

describe.each(Object.keys(packings))('a file in %s', (name) => {
  it('that is cut off or altered anywhere is whole, or is refused with a sentence; no row is half a row', async () => {
    const whole = (await packings[name]?.()) as Buffer
    expect(await outcome(whole)).toBe(400)
    const damage = fc.record({
      at: fc.integer({ min: 1, max: whole.length - 1 }),
      cut: fc.boolean(),
      flip: fc.integer({ min: 1, max: 255 }),
    })
    const property = fc.asyncProperty(damage, async ({ at, cut, flip }) => {
      const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole)
      if (!cut) damaged[at] = (damaged[at] as number) ^ flip
      const came = await outcome(damaged)
      if (typeof came === 'string') expect(came).toMatch(/^[A-Z“].*\.$/s)
      // Without a sum of the content, altered bytes are another log, line by line; a cut is seen by everybody.
      else if (cut || !unsummed.has(name)) expect(came).toBe(400)
    })
    await fc.assert(property, { numRuns: 20 })
  }, 180_000)
})

const xml = (name: string, body: string): PackedFile => ({ name, bytes: Buffer.from(body) })
const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const header = `<row>${cell('A1', 'timestamp')}${cell('B1', 'account_id')}${cell('C1', 'prompt')}</row>`
const row = (n: number, prompt: string) =>
  `<row>${cell(`A${n}`, '2026-01-02T00:00:00Z')}${cell(`B${n}`, 'a')}${prompt}</row>`

type Parts = { sheet?: string; workbook?: string; rels?: string; strings?: string; claims?: PackedFile['claims'] }

function workbook({ sheet = '', workbook, rels, strings, claims }: Parts): Buffer {
  const parts = [
    xml(
      'xl/workbook.xml',
      workbook ?? '<workbook xmlns:r="r"><sheets><sheet name="Log" r:id="a"/></sheets></workbook>',
    ),
    xml(
      'xl/_rels/workbook.xml.rels',
      rels ?? '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/></Relationships>',
    ),
    { ...xml('xl/worksheets/1.xml', `<worksheet><sheetData>${header}${sheet}</sheetData></worksheet>`), claims },
  ]
  return zipOf(strings === undefined ? parts : [...parts, xml('xl/sharedStrings.xml', strings)])
}

const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'ha'.repeat(500)}">${Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n} "${`&${n ? `e${n - 1}` : 'a'};`.repeat(10)}">`).join('')}]>`

describe('a workbook that somebody made to break a reader', () => {
  const bad: Record<string, Buffer> = {
    'entities that grow': workbook({
      workbook: `${laughs}<workbook xmlns:r="r"><sheets><sheet name="&e11;" r:id="a"/></sheets></workbook>`,
    }),
    'entities in its texts': workbook({
      strings: `${laughs}<sst><si><t>&e11;</t></si></sst>`,
      sheet: row(2, '<c r="C2" t="s"><v>0</v></c>'),
    }),
    'an entity that is a file': workbook({
      strings: '<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>',
      sheet: row(2, '<c r="C2" t="s"><v>0</v></c>'),
    }),
    'a sheet elsewhere': workbook({
      rels: '<Relationships><Relationship Id="a" TargetMode="External" Target="http://127.0.0.1:1/x.xml"/></Relationships>',
    }),
    'a sheet outside': workbook({
      rels: '<Relationships><Relationship Id="a" Target="../../../../etc/passwd"/></Relationships>',
    }),
    'a bomb': workbook({ sheet: row(2, cell('C2', ' '.repeat(60_000_000))) }),
    'a bomb of texts': workbook({ strings: `<sst><si><t>${' '.repeat(60_000_000)}</t></si></sst>` }),
    'headers that lie small': workbook({ sheet: row(2, cell('C2', 'x')), claims: { size: 3 } }),
    'headers that lie large': workbook({ sheet: row(2, cell('C2', 'x')), claims: { size: 9_000_000 } }),
    'elements in elements': workbook({ sheet: '<row>'.repeat(100_000) }),
    'no end': workbook({ sheet: row(2, cell('C2', 'x')) }).subarray(0, -100),
  }

  it.each(Object.keys(bad))(
    'with %s is refused with a sentence',
    async (name) => {
      expect(await outcome(bad[name] as Buffer)).toMatch(/^[A-Z“].*\.$/s)
    },
    60_000,
  )

  it('gives of a formula the value that was saved, and never the formula as a formula', async () => {
    const formula = '<c r="C2" t="str"><f>WEBSERVICE("http://127.0.0.1:1/")</f><v>saved value</v></c>'
    const made = await ingested(workbook({ sheet: row(2, formula) + row(3, cell('C3', '=1+1')) }))
    expect(made.stored.map(({ prompt }) => prompt)).toEqual(['saved value', '=1+1'])
  })

  it('with cells far out, places that are none and texts that are not there loses no good row', async () => {
    const odd = [
      '<c r="XFD1048577"><v>1</v></c>',
      '<c r="ZZZZZZZ9"><v>1</v></c>',
      '<c r="-1"><v>1</v></c>',
      '<c t="s"><v>99999999</v></c>',
      '<c t="s"><v>-1</v></c>',
      '<c r="C2" s="4294967296"><v>1e400</v></c>',
    ]
    for (const each of odd) {
      const came = await outcome(
        workbook({ sheet: row(2, cell('C2', 'good')) + row(3, each) + row(4, cell('C4', 'good')) }),
      )
      if (typeof came === 'string') expect(came).toMatch(/^[A-Z“].*\.$/s)
      else expect(came).toBe(3)
    }
  })
})
