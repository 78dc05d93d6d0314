import { beforeAll, describe, expect, it } from 'vitest'
import { restrictCase } from '@/lib/cases/members'
import { verifyRecord } from '@/lib/custody/verify'
import { withdrawEvidence } from '@/lib/evidence/commands'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import type { PersonActor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { dismissCase, takeReview } from '@/lib/review/decisions'
import { presentSnapshot } from '@/lib/review/queries'
import { materialChanged } from '@/lib/review/stale'
import { submitCase } from '@/lib/review/submission'
import type { Role } from '@/prisma/generated/enums'
import { sealedItem, somebody } from '@/tests/analysed-case'
import { type ArguedCase, approvedLogCase, arguedCase } from '@/tests/approved-log-case'
import { contentOf, exported } from '@/tests/exported'
import { readPdf } from '@/tests/pdf-text'
import { downloadExport, exportSummary } from './commands'
import { caseExports, exportRefusal, summaryOutline } from './queries'

let approved: ArguedCase
let manager: PersonActor
beforeAll(async () => {
  approved = await approvedLogCase()
  manager = await somebody('MANAGER')
}, 180_000)

describe('the watermark', () => {
  it('is DRAFT before approval and when dismissed', async () => {
    const { number, owner, legal } = await arguedCase()
    expect((await contentOf(manager, number)).watermark.mark).toBe('DRAFT')
    await submitCase(owner, { number })
    await takeReview(legal, { number })
    const { hash } = await presentSnapshot(legal, number)
    await dismissCase(legal, { number, snapshot: hash, outcome: 'no-breach', reason: 'It was research.' })
    const { watermark } = await contentOf(manager, number)
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
    const { pages } = await readPdf((await exported(manager, number, 'PDF')).bytes)
    for (const page of pages) expect(page).toContain('STALE')
    await withdrawEvidence(owner, { evidenceId, reason: 'It was altered.' })
    const { exhibits, setAside, claims, findings } = await contentOf(manager, number)
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
    const { exportId } = await exported(manager, approved.number, 'JSON')
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
    await expect(exported(owner, number, 'PDF')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is nobody beyond the members once the case is restricted', async () => {
    const { number, legal } = await arguedCase()
    const { exportId } = await exported(manager, number, 'JSON')
    await restrictCase(legal, { number, reason: 'Counsel asked.' })
    await expect(exported(manager, number, 'JSON')).rejects.toMatchObject({ code: 'not-found' })
    await expect(downloadExport(manager, { exportId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await caseExports(manager, number)).toEqual([])
  })
})

describe('the custody of an export', () => {
  it('names who, what, when and the hash; its bytes stay', async () => {
    const { number, caseId } = approved
    const { exportId, sha256, bytes } = await exported(manager, number, 'PDF')
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
