import { beforeAll, describe, expect, it } from 'vitest'
import { restrictCase } from '@/lib/cases/members'
import { canonicalText } from '@/lib/custody/canonical'
import { verifyRecord } from '@/lib/custody/verify'
import { withdrawEvidence } from '@/lib/evidence/commands'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import type { PersonActor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { openBlob } from '@/lib/platform/storage'
import { dismissCase, takeReview } from '@/lib/review/decisions'
import { writeNote } from '@/lib/review/outcome'
import { presentSnapshot } from '@/lib/review/queries'
import { materialChanged } from '@/lib/review/stale'
import { submitCase } from '@/lib/review/submission'
import type { Role } from '@/prisma/generated/enums'
import { sealedItem, somebody } from '@/tests/analysed-case'
import { secret } from '@/tests/analysed-log'
import { type ArguedCase, approvedLogCase, arguedCase } from '@/tests/approved-log-case'
import { readPdf } from '@/tests/pdf-text'
import { downloadExport, exportSummary } from './commands'
import { caseExports, exportRefusal, summaryOutline } from './queries'
import type { Format } from './schema'
import type { SummaryContent } from './summary-content'
import { type SummaryReader, summaryReader } from './summary-reader'

let approved: ArguedCase
let manager: PersonActor
beforeAll(async () => {
  approved = await approvedLogCase()
  manager = await somebody('MANAGER')
}, 180_000)

async function bytesOf(sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of openBlob(Buffer.from(sha256, 'hex'))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const exported = async (number: string, format: Format, by = manager) => {
  const made = await exportSummary(by, { number, format, accounts: true, rows: true })
  return { ...made, bytes: await bytesOf(made.sha256) }
}

const jsonOf = async (number: string) =>
  JSON.parse((await exported(number, 'JSON')).bytes.toString('utf8')) as SummaryContent

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('what a manager downloads', () => {
  it('is approved, and says the case from facts to hashes', async () => {
    const { number } = approved
    const { bytes } = await exported(number, 'PDF')
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
    const { bytes } = await exported(approved.number, 'JSON')
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
    const { appendices } = await jsonOf(approved.number)
    const rows = appendices.rows?.[0]?.rows ?? []
    expect(rows.map(({ rowId, account, masked }) => ({ rowId, account, masked }))).toEqual([
      { rowId: '0', account: 'campaign-0', masked: false },
      { rowId: '60', account: 'bakery-0', masked: true },
    ])
    expect(rows[0]?.prompt.text).toContain('item 0')
    expect(rows[1]?.prompt).toEqual({ text: null, characters: expect.any(Number) })
    for (const format of ['PDF', 'JSON'] as const) {
      const { bytes } = await exported(approved.number, format)
      const text = format === 'PDF' ? (await readPdf(bytes)).text : bytes.toString('utf8')
      expect(flat(text)).not.toContain(secret)
    }
  })

  it.each(['PDF', 'JSON'] as const)(
    'has the same bytes in %s when nothing changed, whoever exports',
    async (format) => {
      const { number, datasetId } = approved
      const first = await exported(number, format)
      await downloadExport(manager, first)
      await writeNote(approved.legal, { number, text: 'Counsel thinks otherwise.' })
      await transact(manager, async ({ record }) => {
        const data = { datasetId, rows: 3, filter: '' }
        record({ type: 'dataset.rows-downloaded', caseId: approved.caseId, data })
      })
      const again = await exported(number, format, await somebody('LEAD'))
      expect(again.sha256).toBe(first.sha256)
      expect(again.exportId).not.toBe(first.exportId)
    },
  )
})

describe('privileged notes', () => {
  it('are in no export', async () => {
    const { number, legal } = approved
    await writeNote(legal, { number, text: 'Xylographic quandary: the witness zephyrine is unreliable.' })
    const pdf = await readPdf((await exported(number, 'PDF')).bytes)
    const json = (await exported(number, 'JSON')).bytes.toString('utf8')
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

describe('the watermark', () => {
  it('is DRAFT before approval and when dismissed', async () => {
    const { number, owner, legal } = await arguedCase()
    expect((await jsonOf(number)).watermark.mark).toBe('DRAFT')
    await submitCase(owner, { number })
    await takeReview(legal, { number })
    const { hash } = await presentSnapshot(legal, number)
    await dismissCase(legal, { number, snapshot: hash, outcome: 'no-breach', reason: 'It was research.' })
    const { watermark } = await jsonOf(number)
    expect(watermark).toEqual({ mark: 'DRAFT', because: expect.stringMatching(/dismissed/) })
  })

  it('is STALE once evidence arrived after the approval, and what was withdrawn supports nothing', async () => {
    const { number, caseId, owner, evidenceId } = await approvedLogCase()
    expect((await summaryOutline(manager, number)).watermark.mark).toBe('APPROVED')
    await sealedItem({ caseId, addedBy: owner }, { kind: 'DOCUMENT', name: 'late.pdf', bytes: `late in ${number}` })
    await transact(owner, async (door) => {
      door.record({
        type: 'evidence.sealed',
        caseId,
        data: { evidenceId: caseId, name: 'late.pdf', sha256: '', size: '1' },
      })
      await materialChanged(door, caseId, '“late.pdf” arrived.')
    })
    const { pages } = await readPdf((await exported(number, 'PDF')).bytes)
    for (const page of pages) expect(page).toContain('STALE')
    await withdrawEvidence(owner, { evidenceId, reason: 'It was altered.' })
    const { exhibits, setAside, claims, findings } = await jsonOf(number)
    expect(exhibits.map(({ exhibit, name }) => [exhibit, name])).toEqual([[`${number}-EX-003`, 'late.pdf']])
    expect(setAside.map(({ name }) => name)).toEqual(['march.jsonl', 'Volume of campaign-0'])
    expect(claims[0]?.elements[0]?.citations).toEqual([])
    expect(findings).toEqual([])
  })
})

describe('who may export', () => {
  const may: Record<Role, boolean> = {
    MANAGER: true,
    LEAD: true,
    LEGAL: true,
    ANALYST: false,
    AUDITOR: false,
    ADMIN: false,
  }

  it.each(Object.entries(may))('%s: %s', async (role, allowed) => {
    const person = await somebody(role as Role)
    const { exportId } = await exported(approved.number, 'JSON')
    const making = () =>
      exportSummary(person, { number: approved.number, format: 'JSON', accounts: false, rows: false })
    const fetching = () => downloadExport(person, { exportId })
    if (allowed) {
      await expect(making()).resolves.toMatchObject({ download: expect.stringMatching(/^\/api\/exports\//) })
      return expect(fetching()).resolves.toBeDefined()
    }
    const code = role === 'AUDITOR' ? 'forbidden' : 'not-found'
    await expect(making()).rejects.toMatchObject({ code })
    await expect(fetching()).rejects.toMatchObject({ code })
  })

  it('is told why not: the owner reads the page and the list, and exports nothing', async () => {
    const { owner, number } = approved
    expect(await exportRefusal(owner, number)).toMatch(/Managers, leads and legal reviewers export/)
    expect((await caseExports(owner, number)).length).toBeGreaterThan(0)
    await expect(exported(number, 'PDF', owner)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is nobody beyond the members once the case is restricted', async () => {
    const { number, legal } = await arguedCase()
    const { exportId } = await exported(number, 'JSON')
    await restrictCase(legal, { number, reason: 'Counsel asked.' })
    await expect(exported(number, 'JSON')).rejects.toMatchObject({ code: 'not-found' })
    await expect(downloadExport(manager, { exportId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await caseExports(manager, number)).toEqual([])
  })
})

describe('the custody of an export', () => {
  it('names who, what, when and the hash; its bytes stay', async () => {
    const { number, caseId } = approved
    const { exportId, sha256, bytes } = await exported(number, 'PDF')
    const [latest] = await caseExports(manager, number)
    expect(latest).toMatchObject({
      id: exportId,
      format: 'PDF',
      watermark: 'APPROVED',
      sha256,
      exportedBy: manager.name,
    })
    expect(latest?.size).toBe(bytes.length)
    await sweepFiles({ olderThanMs: 0 })
    const { headers, bytes: stream } = await downloadExport(manager, { exportId })
    expect(headers.get('content-disposition')).toContain(`attachment; filename="${number}-summary-approved.pdf"`)
    expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(bytes)).toBe(true)
    const events = await db.event.findMany({
      where: { caseId, type: { startsWith: 'summary.' } },
      orderBy: { seq: 'desc' },
      take: 2,
      select: { type: true, actorId: true, payload: { select: { text: true } } },
    })
    expect(events.map(({ type }) => type)).toEqual(['summary.downloaded', 'summary.exported'])
    expect(events.every(({ actorId }) => actorId === manager.id)).toBe(true)
    expect(events[1]?.payload?.text).toContain(sha256)
    expect((await verifyRecord()).broken).toBeNull()
  })
})
