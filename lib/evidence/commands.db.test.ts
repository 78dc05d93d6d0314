import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { asOwner } from '@/tests/database'
import { caseOf, eventsOf, hand, personWith } from '@/tests/evidence'
import { withdrawEvidence } from './commands'
import { attachmentHeaders, contentDisposition, downloadEvidence } from './download-evidence'
import { progressOf } from './progress-of'
import { evidenceItem } from './queries'
import { sealEvidence } from './seal-evidence'

let analyst: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
})

async function sealed(bytes = 'A letter.', options: Parameters<typeof caseOf>[1] = {}) {
  const { id: caseId } = await caseOf(analyst, options)
  const evidenceId = await hand(analyst, caseId, bytes, { name: 'letter.txt' })
  await sealEvidence(systemActor('Sealing'), { evidenceId })
  return { caseId, evidenceId }
}

describe('withdrawing', () => {
  test('keeps bytes, hash and history, and says why', async () => {
    const { caseId, evidenceId } = await sealed()
    const before = await evidenceItem(analyst, evidenceId)
    await withdrawEvidence(analyst, { evidenceId, reason: 'The wrong customer.' })
    const after = await evidenceItem(analyst, evidenceId)
    expect(after).toMatchObject({ state: 'WITHDRAWN', reason: 'The wrong customer.', sha256: before.sha256 })
    expect((await eventsOf(caseId)).at(-1)).toBe('evidence.withdrawn')
    expect(await new Response((await downloadEvidence(analyst, { evidenceId })).bytes).text()).toBe('A letter.')
  })

  test('by somebody who neither added nor owns it is refused with a sentence', async () => {
    const colleague = await personWith('ANALYST')
    const { evidenceId } = await sealed('x', { members: [colleague] })
    const attempt = withdrawEvidence(colleague, { evidenceId, reason: 'Because.' })
    await expect(attempt).rejects.toThrow('Only the person who added it or the owner of the case')
  })

  test('makes a standing approval stale, as does evidence that arrives after it', async () => {
    const legal = await personWith('LEGAL')
    for (const change of ['arrives', 'goes'] as const) {
      const { caseId, evidenceId } = await sealed(change)
      await asOwner(`UPDATE "case" SET state = 'APPROVED' WHERE id = $1`, [caseId])
      await asOwner(
        `INSERT INTO review (id, "caseId", "reviewerId", "snapshotHash", decision, "decidedAt")
         VALUES (gen_random_uuid(), $1, $2, '\\x00', 'APPROVE', now())`,
        [caseId, legal.id],
      )
      if (change === 'goes') await withdrawEvidence(analyst, { evidenceId, reason: 'No longer relied on.' })
      else await sealEvidence(systemActor('Sealing'), { evidenceId: await hand(analyst, caseId, 'later') })
      expect((await eventsOf(caseId)).at(-1)).toBe('case.approval-stale')
    }
  })
})

describe('a download', () => {
  test('is the original to the byte, and an event with who and from where', async () => {
    const { caseId, evidenceId } = await sealed('To the byte.')
    const auditor = await personWith('AUDITOR')
    const outgoing = await downloadEvidence(auditor, { evidenceId })
    expect(await new Response(outgoing.bytes).text()).toBe('To the byte.')
    expect((await eventsOf(caseId)).at(-1)).toBe('evidence.downloaded')
  })

  test('out of scope is not found and no event', async () => {
    const { caseId, evidenceId } = await sealed('secret', { restricted: true })
    const lead = await personWith('LEAD')
    await expect(downloadEvidence(lead, { evidenceId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(progressOf(lead, evidenceId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await eventsOf(caseId)).not.toContain('evidence.downloaded')
  })

  test('always leaves as an attachment that nothing renders', () => {
    const headers = attachmentHeaders({ name: 'page.html', size: 3 })
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  test.each(['a"b.txt', 'a\r\nSet-Cookie: x=1', 'grüße 世界.csv', "it's (1).pdf", ';filename=evil.exe'])(
    'named %j breaks no header',
    (name) => {
      const value = contentDisposition(name)
      expect(value).toMatch(/^attachment; filename="[A-Za-z0-9 ._()+-]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/)
      expect(decodeURIComponent(value.split("UTF-8''")[1] as string)).toBe(name)
    },
  )
})
