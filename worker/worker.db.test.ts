import { readdir } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { readingFolder } from '@/lib/evidence/read-log'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import { uploadFolder } from '@/lib/evidence/upload-files'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { tarOf, zipOf } from '@/lib/signals/ingest/packed'
import { asOwner } from '@/tests/database'
import { caseOf, eventsOf, hand, personWith, sha256Of } from '@/tests/evidence'
import { killPoints, type Watched } from '@/tests/kill-points'
import { endAllWorkers, endWorker, startWorker } from '@/tests/worker-process'

const rows = 3000

/** A log of its own for each point, so that none finds bytes that another has stored. */
const textFor = (point: string) =>
  Array.from({ length: rows }, (_, n) =>
    JSON.stringify({
      timestamp: new Date(Date.UTC(2026, 2, 1) + n * 7919).toISOString(),
      account_id: `acct-${n % 97}`,
      model: point,
      prompt: `Question ${n}: what is ${n * 31} divided by ${(n % 13) + 1}? Show the steps.`,
      response: `The answer is ${Math.floor((n * 31) / ((n % 13) + 1))}.`,
    }),
  ).join('\n')

/** An archive in an archive for what comes only there. */
function logFor(point: string): Buffer {
  const bytes = Buffer.from(textFor(point))
  if (!point.includes('member')) return bytes
  return tarOf([{ name: 'march.zip', bytes: zipOf([{ name: 'march.jsonl', bytes }]) }])
}

/** Milliseconds after the worker is ready, the same in every run, for what cannot be seen from outside. */
const moments = [40, 130, 260, 420]

function after(delay: number): () => boolean {
  let began: number | null = null
  return () => {
    began ??= performance.now()
    return performance.now() - began >= delay
  }
}

/** Analyses are asked for with each dataset and are not what is tested here. */
const dropAnalyses = () =>
  asOwner(`DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND t.identifier = 'run-signals' AND j.locked_by IS NULL`)

async function handIn(analyst: PersonActor, log: Buffer) {
  await dropAnalyses()
  const { id: caseId } = await caseOf(analyst)
  return { caseId, id: await hand(analyst, caseId, log, { kind: 'USAGE_LOG', name: 'log.jsonl' }) }
}

/** Kills a new worker as soon as `comes`; answers false when the item was read before anything came. */
async function killWhen(watched: Watched, comes: (watched: Watched) => boolean): Promise<boolean> {
  const worker = await startWorker()
  let seen = comes(watched)
  for (let looks = 1; !seen; looks++) {
    if (looks % 200 === 0 && (await db.dataset.count({ where: { evidenceId: watched.id } })) > 0) break
    await setImmediate()
    seen = comes(watched)
  }
  await endWorker(worker, 'SIGKILL')
  return seen
}

async function untilIdle(): Promise<void> {
  const waiting = `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('seal-evidence', 'ingest-log')`
  const worker = await startWorker()
  await vi.waitFor(async () => expect(await asOwner(waiting)).toEqual([]), { timeout: 120_000, interval: 250 })
  await endWorker(worker, 'SIGTERM')
}

/** What intake left of a case: hashes of originals and datasets, and the events. */
async function factsOf(caseId: string) {
  const items = await db.evidenceItem.findMany({ where: { caseId } })
  const datasets = await db.dataset.findMany({ where: { caseId } })
  return {
    originals: items.map(({ sha256 }) => sha256 && toHex(sha256)),
    datasets: datasets.map((dataset) => [toHex(dataset.sha256), Number(dataset.rows)]),
    events: (await eventsOf(caseId)).filter((type) => !type.startsWith('analysis.')),
  }
}

afterEach(endAllWorkers)

test('killed anywhere, it ends with the same hashes, one dataset, one set of events, no stray file and no stuck job', async () => {
  const analyst = await personWith('ANALYST')
  const due = moments.map((delay) => [`after ${delay} ms`, after(delay)] as const)
  const killed: { caseId: string; log: Buffer }[] = []
  const missed: string[] = []
  for (const [name, comes] of [...Object.entries(killPoints), ...due]) {
    const log = logFor(name)
    const { caseId, id } = await handIn(analyst, log)
    killed.push({ caseId, log })
    if (!(await killWhen({ id, original: sha256Of(log) }, comes))) missed.push(name)
  }
  await untilIdle()
  expect(missed.length).toBeLessThan(4)

  const undisturbed = []
  for (const { log } of killed) undisturbed.push((await handIn(analyst, log)).caseId)
  await untilIdle()
  for (const [position, { caseId, log }] of killed.entries()) {
    const facts = await factsOf(caseId)
    expect(facts).toEqual(await factsOf(undisturbed[position] as string))
    expect(facts).toEqual({
      originals: [sha256Of(log)],
      datasets: [[expect.any(String), rows]],
      events: ['upload.started', 'evidence.received', 'evidence.sealed', 'dataset.made'],
    })
  }
  expect(await readdir(uploadFolder())).toEqual([])
  expect(await readdir(readingFolder())).toEqual([])
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(0)
}, 900_000)

test('told to stop, it ends in order', async () => {
  expect(await endWorker(await startWorker(), 'SIGTERM')).toBe(0)
})
