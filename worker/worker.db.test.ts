import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { afterEach, expect, test, vi } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { readingFolder } from '@/lib/evidence/read-log'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import { uploadFolder } from '@/lib/evidence/upload-files'
import { db } from '@/lib/platform/db'
import { asOwner } from '@/tests/database'
import { caseOf, eventsOf, hand, personWith, sha256Of } from '@/tests/evidence'

const rows = 6000
const log = Array.from({ length: rows }, (_, n) =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 2, 1) + n * 7919).toISOString(),
    account_id: `acct-${n % 97}`,
    model: 'm-1',
    prompt: `Question ${n}: what is ${n * 31} divided by ${(n % 13) + 1}? Show the steps.`,
    response: `The answer is ${Math.floor((n * 31) / ((n % 13) + 1))}.`,
  }),
).join('\n')

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A worker of its own process, once it takes jobs. */
async function startWorker(): Promise<ChildProcess> {
  const env = { ...process.env, TOUCHSTONE_LOG: 'info' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    if (line.includes('worker ready')) break
  }
  child.stderr?.resume()
  return child
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  running.delete(child)
}

const intakeJobs = () =>
  asOwner(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('seal-evidence', 'ingest-log')`)

/** Spread over sealing, the move into the store, staging, sorting and the commits; the same in every run. */
const killsAfterMs = [0, 35, 80, 140, 220, 330, 480, 700]

test('killed anywhere, it ends with the same hashes, one dataset, one set of events, no stray file and no stuck job', async () => {
  const analyst = await personWith('ANALYST')
  const cases: string[] = []
  for (const delay of killsAfterMs) {
    const { id: caseId } = await caseOf(analyst)
    cases.push(caseId)
    await hand(analyst, caseId, log, { kind: 'USAGE_LOG', name: 'log.jsonl' })
    const worker = await startWorker()
    await new Promise((resolve) => setTimeout(resolve, delay))
    await end(worker, 'SIGKILL')
  }
  const last = await startWorker()
  await vi.waitFor(async () => expect(await intakeJobs()).toEqual([]), { timeout: 90_000, interval: 250 })
  await end(last, 'SIGTERM')

  const datasets = await db.dataset.findMany({ where: { caseId: { in: cases } } })
  expect(datasets).toHaveLength(cases.length)
  expect(new Set(datasets.map(({ sha256 }) => toHex(sha256))).size).toBe(1)
  expect(datasets.every((dataset) => dataset.rows === BigInt(rows))).toBe(true)
  const items = await db.evidenceItem.findMany({ where: { caseId: { in: cases } } })
  expect(items.map(({ sha256 }) => sha256 && toHex(sha256))).toEqual(cases.map(() => sha256Of(log)))
  for (const caseId of cases) {
    const intake = (await eventsOf(caseId)).filter((type) => !type.startsWith('analysis.'))
    expect(intake).toEqual(['upload.started', 'evidence.received', 'evidence.sealed', 'dataset.made'])
  }
  expect(await readdir(uploadFolder())).toEqual([])
  expect(await readdir(readingFolder()).catch(() => [])).toEqual([])
  await sweepFiles()
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(0)
}, 240_000)

test('told to stop, it ends in order and leaves its jobs to the next', async () => {
  const worker = await startWorker()
  const [code] = await Promise.all([once(worker, 'exit').then(([exit]) => exit), worker.kill('SIGTERM')])
  expect(code).toBe(0)
})
