import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { exampleSummary } from '@/tests/example-summary'
import { readPdf } from '@/tests/pdf-text'
import type { SummaryContent } from '../summary-content'
import { writeSummaryPdf } from './summary-pdf'

async function pdfOf(content: SummaryContent): Promise<Buffer> {
  const chunks: Buffer[] = []
  const out = new Writable({ write: (chunk, _, done) => done(void chunks.push(chunk)) })
  await writeSummaryPdf(content, out)
  return Buffer.concat(chunks)
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const flat = (text: string) => text.replace(/\s+/g, ' ')

const elsewhere = `
  import { createHash } from 'node:crypto'
  import { Writable } from 'node:stream'
  import { writeSummaryPdf } from './lib/exports/pdf/summary-pdf'
  import { exampleSummary } from './tests/example-summary'
  const hash = createHash('sha256')
  await writeSummaryPdf(exampleSummary(), new Writable({ write: (chunk, _, done) => done(void hash.update(chunk)) }))
  process.stdout.write(hash.digest('hex'))`

describe('the PDF of a summary', () => {
  it('says what the case says, on numbered pages', async () => {
    const { text, pages, info, tagged } = await readPdf(await pdfOf(exampleSummary()))
    const read = flat(text)
    expect(read).toContain('Model outputs resold as training data')
    expect(read).toContain('You may not use output to develop models that compete with ours')
    expect(read).toContain('EX-001 requests.jsonl, rows 12–14, 99.')
    expect(read).toContain('The error rate of this method is not established.')
    expect(read).toContain('Not ruled out. The base of the suspect model is not known.')
    expect(read).toContain('Not answered.')
    expect(read).toContain('Action: end access, by Theo Lead')
    expect(read).toContain('Your access to our services ends on 1 October 2026')
    expect(read).toContain('acct_quarry_00259')
    for (const { sha256 } of exampleSummary().exhibits) expect(read).toContain(sha256)
    expect(read).toContain(exampleSummary().asOf.hash)
    expect(pages[1]).toContain('TS-2026-00042-0002')
    expect(flat(pages[1] ?? '')).toContain(`Page 2 of ${pages.length}`)
    expect(tagged).toBe(true)
    expect(info).toMatchObject({ Title: 'TS-2026-00042: Model outputs resold as training data', Language: 'en-GB' })
  })

  it('is the same to the byte when set again, here and in another process', async () => {
    const first = hashOf(await pdfOf(exampleSummary()))
    expect(hashOf(await pdfOf(exampleSummary()))).toBe(first)
    const run = ['--import', 'tsx', '--input-type=module', '--eval', elsewhere]
    const env = { ...process.env, TZ: 'America/Lima', NODE_ENV: 'production' as const }
    expect(execFileSync(process.execPath, run, { encoding: 'utf8', env })).toBe(first)
  }, 120_000)

  it.each(['DRAFT', 'APPROVED', 'STALE'] as const)('carries %s on every page', async (mark) => {
    const { pages } = await readPdf(await pdfOf(exampleSummary({ watermark: { mark, because: 'So it is.' } })))
    for (const page of pages) expect(page.split(mark).length - 1).toBeGreaterThanOrEqual(2)
  })

  it('names characters that hide or reorder text, and those that its faces lack', async () => {
    const facts = 'pay\u202eload\u0000 by \u200b请解释锁 and 锁'
    const content = exampleSummary()
    const { text } = await readPdf(await pdfOf({ ...content, case: { ...content.case, facts } }))
    expect(flat(text)).toContain('pay⟦U+202E⟧load')
    expect(text).toContain('⟦U+200B⟧')
    expect(text).toContain('⟦U+0000⟧')
    expect(text).toContain('⟦4 Han characters⟧')
    expect(text).toContain('⟦U+9501⟧')
    expect(text).not.toMatch(/[\u202e\u200b\u0000]/)
  })

  it('says where a long text is cut, and withholds the text of others', async () => {
    const { text } = await readPdf(await pdfOf(exampleSummary()))
    expect(flat(text)).toMatch(/\[cut after 1,500 of [\d,]+ characters\]/)
    expect(flat(text)).toContain('its text is withheld (prompt 1,204 characters, response 80 characters)')
  })

  it('leaves out the appendices that were not asked for, and says so', async () => {
    const { text } = await readPdf(await pdfOf(exampleSummary({ appendices: { accounts: null, rows: null } })))
    expect(flat(text)).toContain('The list is left out of this copy.')
    expect(flat(text)).toContain('The content of cited rows is left out of this copy.')
    expect(text).not.toContain('acct_quarry_00259')
  })

  it('lists of hundreds of compared models those that are drawn, and says where the others stand', async () => {
    const content = exampleSummary()
    const [first] = content.findings
    if (first?.chart?.kind !== 'intervals') throw new Error('the first finding of the example compares models')
    const row = (at: number) => ({
      ...{ label: `control-${at}`, role: 'control' as const, marked: false },
      ...{ score: -at / 1000, interval: [-at / 1000 - 0.01, -at / 1000 + 0.01] as [number, number] },
    })
    const panels = first.chart.panels.map((panel) => ({
      ...panel,
      rows: [
        ...panel.rows.filter(({ role }) => role === 'candidate'),
        ...Array.from({ length: 300 }, (_, at) => row(at)),
      ],
    }))
    const many = { ...content, findings: [{ ...first, chart: { ...first.chart, panels } }] }
    const { text, pages } = await readPdf(await pdfOf(many))
    expect(flat(text)).toContain('by each method 284 further models and their scores stand in the JSON of this summary')
    expect(text).toContain('control-15 (control)')
    expect(text).not.toContain('control-16 (control)')
    const { pages: before } = await readPdf(await pdfOf({ ...content, findings: [first] }))
    expect(pages.length - before.length).toBeLessThan(4)
  })

  it('keeps every word of a long text', async () => {
    const words = Array.from({ length: 6_000 }, (_, at) => `word${at}`)
    const content = exampleSummary()
    const { text, pages } = await readPdf(
      await pdfOf({ ...content, case: { ...content.case, facts: words.join(' ') } }),
    )
    expect(pages.length).toBeGreaterThan(12)
    const found = new Set(text.match(/word\d+/g))
    expect(words.filter((word) => !found.has(word))).toEqual([])
  }, 120_000)
})
