import { stat, truncate, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { blobPath, hashFile } from '@/lib/platform/storage'
import { caseOf, eventsOf, hand, personWith, sha256Of, waitingJobs } from '@/tests/evidence'
import { sealEvidence } from './seal-evidence'
import { sweepFiles } from './sweep-files'
import { receivedBytes, uploadPath } from './upload-files'

const sealing = systemActor('Sealing')
const log = '{"timestamp":"2026-01-01T00:00:00Z","account_id":"a","prompt":"hello"}\n'
let analyst: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
})

const stored = (id: string) => db.evidenceItem.findUniqueOrThrow({ where: { id } })

describe('sealing', () => {
  test('keeps the bytes under their hash, records it, and has a usage log read', async () => {
    const { id: caseId } = await caseOf(analyst)
    const evidenceId = await hand(analyst, caseId, log, { kind: 'USAGE_LOG', name: 'log.jsonl' })
    await sealEvidence(sealing, { evidenceId })
    const item = await stored(evidenceId)
    expect(item.state).toBe('SEALED')
    expect(Buffer.from(item.sha256 as Uint8Array).toString('hex')).toBe(sha256Of(log))
    expect(await hashFile(blobPath(item.sha256 as Uint8Array))).toMatchObject({ size: BigInt(log.length) })
    expect((await stat(blobPath(item.sha256 as Uint8Array))).mode & 0o777).toBe(0o400)
    expect(await eventsOf(caseId)).toEqual(['upload.started', 'evidence.received', 'evidence.sealed'])
    expect(await waitingJobs()).toContain('ingest-log')
    expect(await receivedBytes(evidenceId)).toBeNull()
    expect(await db.upload.count({ where: { caseId } })).toBe(0)
  })

  test('run twice, or twice at once, leaves one seal and one set of events', async () => {
    const { id: caseId } = await caseOf(analyst)
    const evidenceId = await hand(analyst, caseId, 'once')
    await Promise.allSettled([sealEvidence(sealing, { evidenceId }), sealEvidence(sealing, { evidenceId })])
    await sealEvidence(sealing, { evidenceId })
    expect(await eventsOf(caseId)).toEqual(['upload.started', 'evidence.received', 'evidence.sealed'])
  })

  test('the same bytes in two cases are two items over one blob', async () => {
    const cases = [await caseOf(analyst), await caseOf(analyst)]
    const ids = await Promise.all(cases.map(({ id }) => hand(analyst, id, 'the same bytes')))
    for (const evidenceId of ids) await sealEvidence(sealing, { evidenceId })
    const items = await Promise.all(ids.map(stored))
    expect(new Set(items.map(({ id }) => id)).size).toBe(2)
    expect(items.every(({ state }) => state === 'SEALED')).toBe(true)
    expect(await db.blob.count({ where: { sha256: items[0]?.sha256 as Uint8Array<ArrayBuffer> } })).toBe(1)
  })

  test('an item withdrawn in one case leaves the bytes of the other alone', async () => {
    const { id: caseId } = await caseOf(analyst)
    const evidenceId = await hand(analyst, caseId, 'kept')
    await sealEvidence(sealing, { evidenceId })
    await sweepFiles({ olderThanMs: 0 })
    await expect(stat(blobPath((await stored(evidenceId)).sha256 as Uint8Array))).resolves.toBeDefined()
  })
})

describe('what is refused, with a sentence', () => {
  const refusedWith = async (
    bytes: string | Uint8Array,
    sent: Parameters<typeof hand>[3],
    spoil?: (path: string) => Promise<void>,
  ) => {
    const { id: caseId } = await caseOf(analyst)
    const evidenceId = await hand(analyst, caseId, bytes, sent)
    await spoil?.(uploadPath(evidenceId))
    await sealEvidence(sealing, { evidenceId })
    const item = await stored(evidenceId)
    expect(await eventsOf(caseId)).toEqual(['upload.started', 'evidence.received', 'evidence.refused'])
    expect(item.state).toBe('REFUSED')
    expect(await receivedBytes(evidenceId)).toBeNull()
    return item.reason
  }

  test('bytes other than the browser hashed', async () => {
    expect(await refusedWith('what arrived', { sha256: sha256Of('what was sent') })).toMatch(/hash made in the browser/)
  })

  test('bytes cut short or emptied after they arrived', async () => {
    expect(await refusedWith('0123456789', {}, (path) => truncate(path, 4))).toMatch(/4 bytes arrived where 10 bytes/)
    expect(await refusedWith('0123456789', {}, (path) => truncate(path, 0))).toMatch(/zero bytes/)
  })

  test('a picture said to be a log', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    expect(await refusedWith(png, { kind: 'USAGE_LOG' })).toMatch(/neither JSON lines nor JSON nor a table/)
    expect(await refusedWith(gzipSync(png), { kind: 'USAGE_LOG' })).toMatch(/neither JSON lines nor JSON nor a table/)
  })

  test('a program said to be a document', async () => {
    expect(await refusedWith(Buffer.from('7f454c4602010100', 'hex'), {})).toMatch(/is a program/)
  })
})

test('whatever the bytes are, a document is sealed under the SHA-256 of exactly those bytes', async () => {
  const { id: caseId } = await caseOf(analyst)
  const documents = fc
    .uint8Array({ minLength: 1, maxLength: 3000 })
    .map((bytes) => Buffer.concat([Buffer.from('doc'), bytes]))
  await fc.assert(
    fc.asyncProperty(documents, async (bytes) => {
      const evidenceId = await hand(analyst, caseId, bytes)
      await sealEvidence(sealing, { evidenceId })
      expect(Buffer.from((await stored(evidenceId)).sha256 as Uint8Array).toString('hex')).toBe(sha256Of(bytes))
    }),
    { numRuns: 15 },
  )
})

test('an orphan left by a crash between file and record goes, and only that', async () => {
  const { id: caseId } = await caseOf(analyst)
  const evidenceId = await hand(analyst, caseId, 'recorded')
  await sealEvidence(sealing, { evidenceId })
  const { putBytes } = await import('@/lib/platform/storage')
  const orphan = await putBytes('never recorded')
  await writeFile(uploadPath('00000000-0000-4000-8000-000000000000'), 'of nobody')
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(2)
  await expect(stat(blobPath(orphan.sha256))).rejects.toThrow('ENOENT')
})
