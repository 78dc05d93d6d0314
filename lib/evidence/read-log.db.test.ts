import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { blobPath, hashFile, removeBlob } from '@/lib/platform/storage'
import { caseOf, eventsOf, hand, personWith } from '@/tests/evidence'
import { readLogAgain, withdrawEvidence } from './commands'
import { downloadRejects } from './download-rejects'
import { evidenceItem } from './queries'
import { readingFolder, readLog } from './read-log'
import { sealEvidence } from './seal-evidence'
import { verifyCaseEvidence } from './verification'

const reading = systemActor('Reading')
const line = (account: string, minute: number, prompt: string) =>
  `${JSON.stringify({ timestamp: `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`, account_id: account, model: 'm-1', prompt, response: 'An answer.' })}\n`
const log =
  line('acct-b', 2, 'second') +
  line('acct-a', 1, 'first') +
  '{"timestamp": broken\n' +
  line('acct-a', 3, '=HYPERLINK(1)')
let analyst: PersonActor

beforeAll(async () => {
  analyst = await personWith('ANALYST')
})

async function sealedLog(bytes = log) {
  const { id: caseId } = await caseOf(analyst)
  const evidenceId = await hand(analyst, caseId, bytes, { kind: 'USAGE_LOG', name: 'october.jsonl' })
  await sealEvidence(systemActor('Sealing'), { evidenceId })
  return { caseId, evidenceId }
}

describe('a sealed log', () => {
  test('becomes one dataset with its rejects and its signals asked for, and no leftovers', async () => {
    const { caseId, evidenceId } = await sealedLog()
    await readLog(reading, { evidenceId, attempt: 1 })
    const item = await evidenceItem(analyst, evidenceId)
    expect(item.dataset).toMatchObject({ rows: 3, rejected: 1, accounts: 2 })
    expect(item.reading).toBe('done')
    const dataset = await db.dataset.findFirstOrThrow({ where: { evidenceId } })
    expect(toHex((await hashFile(blobPath(dataset.sha256))).sha256)).toBe(toHex(dataset.sha256))
    expect((await eventsOf(caseId)).slice(-3)).toEqual(['evidence.sealed', 'dataset.made', 'analysis.requested'])
    expect(await readdir(readingFolder())).toEqual([])
  })

  test('read again by a second job stays one dataset with the same hash', async () => {
    const { caseId, evidenceId } = await sealedLog()
    await Promise.allSettled([1, 2].map(() => readLog(reading, { evidenceId, attempt: 1 })))
    await readLog(reading, { evidenceId, attempt: 2 })
    expect(await db.dataset.count({ where: { caseId } })).toBe(1)
    expect((await eventsOf(caseId)).filter((type) => type === 'dataset.made')).toHaveLength(1)
    const hashes = await db.dataset.findMany({ distinct: ['sha256'], select: { sha256: true }, where: { rows: 3n } })
    expect(hashes).toHaveLength(1)
  })

  test('whose rows cannot be read says so, and can be read again on request', async () => {
    const { caseId, evidenceId } = await sealedLog('one,two\nneither time,nor account\n')
    await readLog(reading, { evidenceId, attempt: 1 })
    const failed = await evidenceItem(analyst, evidenceId)
    expect(failed.reading).toBe('failed')
    expect(failed.readFailure).toMatch(/\.$/)
    expect(await eventsOf(caseId)).toContain('dataset.failed')
    await readLogAgain(analyst, { evidenceId })
    expect((await evidenceItem(analyst, evidenceId)).reading).toBe('under-way')
    await expect(readLogAgain(analyst, { evidenceId })).rejects.toThrow('It was read, or is being read.')
  })

  test('that was withdrawn is not read', async () => {
    const { caseId, evidenceId } = await sealedLog()
    await withdrawEvidence(analyst, { evidenceId, reason: 'Sent by mistake.' })
    await readLog(reading, { evidenceId, attempt: 1 })
    expect(await db.dataset.count({ where: { caseId } })).toBe(0)
  })
})

test('rejected rows leave as CSV without formulas, as an event', async () => {
  const { caseId, evidenceId } = await sealedLog(`${log}=cmd|calc\n`)
  await readLog(reading, { evidenceId, attempt: 1 })
  const { bytes } = await downloadRejects(analyst, { evidenceId, format: 'csv' })
  const csv = await new Response(bytes).text()
  expect(csv.split('\r\n')[0]).toContain('position,member,byte_offset')
  expect(csv).toContain(`"'=cmd|calc"`)
  expect((await eventsOf(caseId)).at(-1)).toBe('dataset.rejects-downloaded')
})

test('verification reads every byte again and names what no longer agrees', async () => {
  const { caseId, evidenceId } = await sealedLog()
  expect(await verifyCaseEvidence(analyst, caseId)).toEqual({ ok: true, verified: 1, failed: [] })
  await removeBlob((await db.evidenceItem.findUniqueOrThrow({ where: { id: evidenceId } })).sha256 as Uint8Array)
  expect(await verifyCaseEvidence(analyst, caseId)).toEqual({
    ok: false,
    verified: 1,
    failed: [{ evidenceId, name: 'october.jsonl' }],
  })
  expect((await eventsOf(caseId)).filter((type) => type === 'evidence.verified')).toHaveLength(2)
})
