/** A backup brought back over an installation that went on after it, also by a restore that was killed on its way. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { env } from '@/lib/platform/env'
import { blobPath, putBytes } from '@/lib/platform/storage'
import { openDataFolder } from '@/scripts/data-folder'
import { asOwner } from '@/tests/database'
import { caseOf, personWith } from '@/tests/evidence'
import { temporaryFolder } from '@/tests/temporary-folder'

const folder = temporaryFolder('restore')
const backup = join(folder, 'backup')
const longTest = 240_000
let kept: string[]
let before: unknown

function start(...words: string[]): { child: ChildProcess; said: Promise<string> } {
  const settings = { TOUCHSTONE_HOME: env.home, DATABASE_URL: process.env.TOUCHSTONE_APP_URL }
  const child = spawn(resolve('bin/touchstone'), words, { env: { ...process.env, ...settings } })
  const heard: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => heard.push(String(data)))
  return { child, said: once(child, 'close').then(([code, signal]) => `${signal ?? code}: ${heard.join('')}`) }
}

const touchstone = (...words: string[]) => start(...words).said
const restoring = ['restore', backup, '--overwrite']

async function putBlob(text: string): Promise<string> {
  const { sha256, size } = await putBytes(text)
  await asOwner(`INSERT INTO blob (sha256, size, "createdAt") VALUES ($1, $2, now())`, [sha256, size])
  return toHex(sha256)
}

const contents = () =>
  asOwner(`SELECT (SELECT jsonb_agg(to_jsonb(p) ORDER BY id) FROM person p) AS people,
    (SELECT jsonb_agg(to_jsonb(c) ORDER BY id) FROM "case" c) AS cases,
    (SELECT jsonb_agg(to_jsonb(b) ORDER BY sha256) FROM blob b) AS blobs,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY seq) FROM event e) AS events,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY seq) FROM event_payload e) AS payloads`)

/** What the installation came to hold after its backup: somebody new, evidence of theirs, and a file that is lost. */
async function goOn(): Promise<void> {
  await asOwner(`INSERT INTO person (id, email, name, role, "createdAt")
    VALUES (gen_random_uuid(), gen_random_uuid()::text, 'Came later', 'ANALYST', now())`)
  await putBlob(`later than the backup: ${crypto.randomUUID()}`)
  for (const name of kept) rmSync(blobPath(Buffer.from(name, 'hex')), { force: true })
  expect(await contents()).not.toEqual(before)
}

async function expectRestored(words: string): Promise<void> {
  expect(words).toMatch(/^0: .*Restored the state of .*whole: \d+ events.*every one is there and has its hash\n$/s)
  expect(await contents()).toEqual(before)
  for (const name of kept) expect(existsSync(blobPath(Buffer.from(name, 'hex'))), name).toBe(true)
}

beforeAll(async () => {
  openDataFolder(env.home)
  await caseOf(await personWith('ANALYST'))
  kept = await Promise.all(['first', 'second', 'third'].map((name) => putBlob(`${name} of the backup`)))
  before = await contents()
  expect(await touchstone('backup', backup)).toMatch(/^0: /)
}, longTest)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what came after the backup is gone from the installation, and kept in a dump that is named', {
  timeout: longTest,
}, async () => {
  await goOn()
  const words = await touchstone(...restoring)
  await expectRestored(words)
  const dump = /The database that was here is kept in (.*)\.\n/.exec(words)?.[1] ?? ''
  expect(existsSync(dump), words).toBe(true)
})

const filesComeBack = async () => kept.some((name) => existsSync(blobPath(Buffer.from(name, 'hex'))))
const recordTable = async () => (await asOwner(`SELECT to_regclass('public.event')::oid AS id`))[0]?.id ?? null

test.each([
  ['while files come back', filesComeBack],
  ['once the former rows are gone', async (former: unknown) => (await recordTable()) !== former],
])('a restore that is killed %s is mended by a second one', { timeout: longTest }, async (_, isReached) => {
  await goOn()
  const former = await recordTable()
  const { child, said } = start(...restoring)
  await vi.waitUntil(() => isReached(former), { timeout: longTest, interval: 5 })
  child.kill('SIGKILL')
  expect(await said).toMatch(/^SIGKILL: /)
  await expectRestored(await touchstone(...restoring))
})
