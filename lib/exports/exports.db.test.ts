import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '@/lib/custody/canonical'
import type { PersonActor } from '@/lib/platform/actor'
import { type db, transact } from '@/lib/platform/db'
import { writeNote } from '@/lib/review/outcome'
import { presentSnapshot } from '@/lib/review/queries'
import { somebody } from '@/tests/analysed-case'
import { secret } from '@/tests/analysed-log'
import { type ArguedCase, approvedLogCase } from '@/tests/approved-log-case'
import { contentOf, exported } from '@/tests/exported'
import { readPdf } from '@/tests/pdf-text'
import { downloadExport } from './commands'
import type { SummaryContent } from './summary-content'
import { type SummaryReader, summaryReader } from './summary-reader'

let approved: ArguedCase
let manager: PersonActor
beforeAll(async () => {
  approved = await approvedLogCase()
  manager = await somebody('MANAGER')
}, 180_000)

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('what a manager downloads', () => {
  it('is approved, and says the case from facts to hashes', async () => {
    const { number } = approved
    const { bytes } = await exported(manager, number, 'PDF')
    const text = flat((await readPdf(bytes)).text)
    const { hash } = await presentSnapshot(manager, number)
    for (const words of [
      'APPROVED',
      'A campaign in March',
      'They shared a card.',
      'clause 4.2, No competing models',
      hash,
    ])
      expect(text).toContain(words)
    expect(text).toContain('EX-001 march.jsonl, rows 0, 60.')
    expect(text).toContain('The error rate of this method is not established.')
    expect(text).toContain(`${number}-EX-002`)
  })

  it('is the same as JSON, in canonical form', async () => {
    const { bytes } = await exported(manager, approved.number, 'JSON')
    const content = JSON.parse(bytes.toString('utf8')) as SummaryContent
    expect(canonicalText(content)).toBe(bytes.toString('utf8'))
    expect(content.exhibits.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'evidence march.jsonl',
      'finding Volume of campaign-0',
    ])
    expect(content.snapshot.approved).toBe(content.snapshot.present)
    expect(content.explanations.every(({ verdict }) => verdict === 'RULED_OUT')).toBe(true)
  })

  it('holds the text of cited rows of the subject alone', async () => {
    const { appendices } = await contentOf(manager, approved.number)
    const rows = appendices.rows?.[0]?.rows ?? []
    expect(rows.map(({ rowId, account, masked }) => ({ rowId, account, masked }))).toEqual([
      { rowId: '0', account: 'campaign-0', masked: false },
      { rowId: '60', account: 'bakery-0', masked: true },
    ])
    expect(rows[0]?.prompt.text).toContain('item 0')
    expect(rows[1]?.prompt).toEqual({ text: null, characters: expect.any(Number) })
    for (const format of ['PDF', 'JSON'] as const) {
      const { bytes } = await exported(manager, approved.number, format)
      const text = format === 'PDF' ? (await readPdf(bytes)).text : bytes.toString('utf8')
      expect(flat(text)).not.toContain(secret)
    }
  })

  it.each(['PDF', 'JSON'] as const)(
    'has the same bytes in %s when nothing changed, whoever exports',
    async (format) => {
      const { number, datasetId } = approved
      const first = await exported(manager, number, format)
      await downloadExport(manager, first)
      await writeNote(approved.legal, { number, text: 'Counsel thinks otherwise.' })
      await transact(manager, async ({ record }) => {
        const data = { datasetId, rows: 3, filter: '' }
        record({ type: 'dataset.rows-downloaded', caseId: approved.caseId, data })
      })
      const again = await exported(await somebody('LEAD'), number, format)
      expect(again.sha256).toBe(first.sha256)
      expect(again.exportId).not.toBe(first.exportId)
    },
  )
})

describe('privileged notes', () => {
  it('are in no export', async () => {
    const { number, legal } = approved
    await writeNote(legal, { number, text: 'Xylographic quandary: the witness zephyrine is unreliable.' })
    const pdf = await readPdf((await exported(manager, number, 'PDF')).bytes)
    const json = (await exported(manager, number, 'JSON')).bytes.toString('utf8')
    for (const word of ['Xylographic', 'quandary', 'zephyrine', 'privileged note'])
      expect(`${pdf.text}\n${json}`).not.toContain(word)
  })

  it('cannot be reached by the reader of summaries, not even through a relation', () => {
    const { caseId } = approved
    expect(() => (summaryReader as unknown as typeof db).privilegedNote.findMany()).toThrow(
      /no way to privileged notes/,
    )
    expect(() => (summaryReader as unknown as typeof db).$queryRaw`SELECT 1`).toThrow(/no way to privileged notes/)
    const read = (reader: SummaryReader) => reader.case.findFirst({ where: { id: caseId }, select: { notes: true } })
    expect(() => read(summaryReader)).toThrow(/no way to privileged notes/)
  })
})
