import { appendFile } from 'node:fs/promises'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { holdClock, now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { caseOf, eventsOf, hand, personWith, send, sha256Of, waitingJobs } from '@/tests/evidence'
import { custodyOf } from './custody-lines'
import { listEvidence, unfinishedUploads } from './queries'
import { cancelUpload, expireUploads, finishUpload, ownUpload, startUpload, uploadDays } from './receive-upload'
import { answerUpload, uploadAddress } from './tus-server'
import { receivedBytes, uploadPath } from './upload-files'

let analyst: PersonActor
let colleague: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
  colleague = await personWith('ANALYST')
})
afterEach(() => holdClock(null))

const metadata = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

function call(actor: PersonActor, method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const all = { 'tus-resumable': '1.0.0', ...headers }
  return answerUpload(actor, new Request(`http://localhost${path}`, { method, headers: all, body }))
}

const patch = (actor: PersonActor, at: string, offset: number, body: string) =>
  call(actor, 'PATCH', at, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body)

async function announce(actor: PersonActor, caseId: string, { filename = 'letter.txt', size = 10 } = {}) {
  const about = metadata({ filename, kind: 'DOCUMENT', caseId, fingerprint: sha256Of('f') })
  return call(actor, 'POST', uploadAddress, { 'upload-length': String(size), 'upload-metadata': about })
}

describe('an upload by the protocol', () => {
  test('stops half way, is listed, and goes on from the byte that has arrived', async () => {
    const { id: caseId } = await caseOf(analyst)
    const at = (await announce(analyst, caseId)).headers.get('location') as string
    expect((await patch(analyst, at, 0, '01234')).status).toBe(204)
    expect(await unfinishedUploads(analyst, caseId)).toMatchObject([{ name: 'letter.txt', size: 10, received: 5 }])
    expect((await call(analyst, 'HEAD', at)).headers.get('upload-offset')).toBe('5')
    expect((await patch(analyst, at, 3, 'xx')).status).toBe(409)
    expect((await patch(analyst, at, 5, '56789')).status).toBe(204)
    const uploadId = at.split('/').at(-1) as string
    expect(await finishUpload(analyst, { uploadId, sha256: sha256Of('0123456789') })).toBe(uploadId)
    expect(await unfinishedUploads(analyst, caseId)).toEqual([])
    expect((await patch(analyst, at, 10, '')).status).toBe(409)
  })

  test('belongs to the person who started it', async () => {
    const { id: caseId } = await caseOf(analyst, { members: [colleague] })
    const at = (await announce(analyst, caseId)).headers.get('location') as string
    const uploadId = at.split('/').at(-1) as string
    for (const answer of [await call(colleague, 'HEAD', at), await patch(colleague, at, 0, '0')]) {
      expect(answer.status).toBe(404)
    }
    await expect(cancelUpload(colleague, { uploadId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(finishUpload(colleague, { uploadId, sha256: null })).rejects.toMatchObject({ code: 'not-found' })
    expect(await unfinishedUploads(colleague, caseId)).toEqual([])
  })

  test('is refused before its first byte, in a sentence', async () => {
    const { id: caseId } = await caseOf(analyst)
    const stranger = await announce(colleague, caseId)
    expect([stranger.status, await stranger.text()]).toEqual([404, expect.stringMatching(/no such case/)])
    const empty = await announce(analyst, caseId, { size: 0 })
    expect([empty.status, await empty.text()]).toEqual([400, expect.stringMatching(/zero bytes/)])
    const huge = await announce(analyst, caseId, { size: 2 ** 50 })
    expect(huge.status).toBe(413)
    expect(await eventsOf(caseId)).toEqual([])
  })

  test.each(['../../../etc/passwd', '..\\..\\secret', '/etc/shadow', 'a/../../b', '..', '\u202egpj.exe', 'a\0b'])(
    'keeps a file called %j under a name that leads nowhere',
    async (filename) => {
      const { id: caseId } = await caseOf(analyst)
      const at = (await announce(analyst, caseId, { filename })).headers.get('location') as string
      const { name, id } = await ownUpload(analyst, at.split('/').at(-1) as string)
      expect(name).not.toMatch(/[/\\\0\u202e]|^\.\.?$/)
      expect(uploadPath(id)).toMatch(/uploads\/[0-9a-f-]{36}$/)
    },
  )

  test('without its length is told to say it', async () => {
    const { id: caseId } = await caseOf(analyst)
    const about = metadata({ filename: 'a.txt', kind: 'DOCUMENT', caseId, fingerprint: sha256Of('f') })
    const answer = await call(analyst, 'POST', uploadAddress, { 'upload-defer-length': '1', 'upload-metadata': about })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/how many bytes the file has/)])
  })

  test.each(['\0', 'a\0b', 'nobody’s'])('the id %j is nobody’s upload', async (uploadId) => {
    await expect(cancelUpload(analyst, { uploadId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each(['..%2f..%2fetc%2fpasswd', '%00', '....'])('the address %s leads nowhere', async (id) => {
    const answer = await call(analyst, 'HEAD', `${uploadAddress}/${id}`)
    expect([400, 404]).toContain(answer.status)
    expect(() => uploadPath(decodeURIComponent(id))).toThrow()
  })
})

describe('finishing', () => {
  test('twice, also at once, gives one item, one event and one job', async () => {
    const { id: caseId } = await caseOf(analyst)
    const uploadId = await send(analyst, caseId, 'once and only once')
    const finish = () => finishUpload(analyst, { uploadId, sha256: sha256Of('once and only once') })
    expect(await Promise.all([finish(), finish()])).toEqual([uploadId, uploadId])
    expect(await finish()).toBe(uploadId)
    expect(await db.evidenceItem.count({ where: { caseId } })).toBe(1)
    expect(await eventsOf(caseId)).toEqual(['upload.started', 'evidence.received'])
    expect((await waitingJobs()).filter((job) => job === 'seal-evidence').length).toBeGreaterThan(0)
  })

  test('before the last byte is refused, and says how much is missing', async () => {
    const { id: caseId } = await caseOf(analyst)
    const uploadId = await send(analyst, caseId, '0123', { announced: 10 })
    await expect(finishUpload(analyst, { uploadId, sha256: null })).rejects.toThrow(
      '6 bytes of “file.txt” have not arrived',
    )
    await appendFile(uploadPath(uploadId), '456789')
    await expect(finishUpload(analyst, { uploadId, sha256: null })).resolves.toBe(uploadId)
  })
})

describe('an upload that ends otherwise', () => {
  test('cancelled: gone, with an event', async () => {
    const { id: caseId } = await caseOf(analyst)
    const uploadId = await send(analyst, caseId, 'half', { announced: 8 })
    await cancelUpload(analyst, { uploadId })
    expect(await receivedBytes(uploadId)).toBeNull()
    expect(await eventsOf(caseId)).toEqual(['upload.started', 'upload.cancelled'])
  })

  test('left alone for seven days: gone, with an event; a younger and a finished one stay', async () => {
    const { id: caseId } = await caseOf(analyst)
    const finished = await hand(analyst, caseId, 'whole')
    const late = await send(analyst, caseId, 'half', { announced: 8 })
    holdClock(new Date(now().getTime() + uploadDays * 86_400_000 - 1000))
    const young = await send(analyst, caseId, 'half', { announced: 8 })
    await expireUploads(systemActor('Upload expiry'))
    expect(await receivedBytes(late)).toBe(4)
    holdClock(new Date(now().getTime() + 2000))
    await expireUploads(systemActor('Upload expiry'))
    expect(await Promise.all([late, young, finished].map(receivedBytes))).toEqual([null, 4, 5])
    expect((await eventsOf(caseId)).filter((type) => type === 'upload.expired')).toHaveLength(1)
  })
})

describe('who may', () => {
  const roles = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR'] as const
  test.each(roles)('%s as a member', async (role) => {
    const person = await personWith(role)
    const { id: caseId } = await caseOf(analyst, { members: [person] })
    const attempt = hand(person, caseId, `from ${role}`)
    if (role === 'ANALYST' || role === 'LEAD') await expect(attempt).resolves.toBeTruthy()
    else await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listEvidence(person, caseId)).length).toBe(role === 'ANALYST' || role === 'LEAD' ? 1 : 0)
  })

  test.each(['DISMISSED', 'CLOSED'] as const)('nobody adds to a case that is %s', async (state) => {
    const { id: caseId } = await caseOf(analyst, { state })
    await expect(hand(analyst, caseId, 'late')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('out of scope there is neither case, item nor custody', async () => {
    const { id: caseId } = await caseOf(analyst, { restricted: true })
    const evidenceId = await hand(analyst, caseId, 'secret')
    for (const role of ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR'] as const) {
      const outsider = await personWith(role)
      expect(await listEvidence(outsider, caseId)).toEqual([])
      await expect(custodyOf(outsider, evidenceId)).rejects.toMatchObject({ code: 'not-found' })
      const start = {
        uploadId: crypto.randomUUID(),
        caseId,
        kind: 'DOCUMENT',
        name: 'a',
        size: 1,
        fingerprint: sha256Of(''),
      } as const
      await expect(startUpload(outsider, start)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

test('custody tells who, what, when and from where', async () => {
  const { id: caseId } = await caseOf(analyst)
  const evidenceId = await hand(analyst, caseId, 'traced')
  expect(await custodyOf(analyst, evidenceId)).toMatchObject([
    { type: 'upload.started', who: { name: 'A analyst', role: 'ANALYST' }, from: '203.0.113.7' },
    { type: 'evidence.received', data: { claimedSha256: sha256Of('traced') } },
  ])
  expect(await listEvidence(analyst, caseId)).toMatchObject([{ id: evidenceId, custody: 2 }])
})
