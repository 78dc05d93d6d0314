import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { readLog } from '@/lib/evidence/read-log'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import { systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem } from '@/tests/analysed-case'
import { measuringFolder } from './analysis-steps'
import { runSignals } from './signals-commands'

const worker = systemActor('tests')
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

const bytes = Array.from({ length: 400 }, (_, i) =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 2, 1) + i * 600_000).toISOString(),
    ...{ account_id: `acct-${i % 23}`, model: 'm-1', payment_ref: `card-${(i % 23) >> 2}`, output_tokens: i % 90 },
    prompt: `Explain step by step how a ${i % 7} by ${i % 13} wall of bricks is counted without counting each of them.`,
    response: `There are ${(i % 7) * (i % 13)} of them.`,
  }),
).join('\n')

/** The run that waits for a log of its own case: the same log gives the same result in any of them. */
async function waitingRun(): Promise<string> {
  const { owner, id: caseId } = await draftCase()
  const item = await sealedItem({ caseId, addedBy: owner }, { kind: 'USAGE_LOG', name: 'april.jsonl', bytes })
  await readLog(worker, { evidenceId: item.id, attempt: 1 })
  return (await db.analysisRun.findFirstOrThrow({ where: { caseId } })).id
}

function startRun(runId: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/run-signals.ts', runId], {
    env: { ...process.env, TOUCHSTONE_LOG: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  return child
}

const stepsOf = (runId: string) => {
  const folder = join(measuringFolder(), runId)
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.step')) : []
}

async function killOnceKept(runId: string, many: number): Promise<void> {
  const child = startRun(runId)
  child.stderr?.resume()
  const gone = once(child, 'exit')
  while (stepsOf(runId).length < many && child.exitCode === null) await setImmediate()
  child.kill('SIGKILL')
  await gone
}

/** Runs it to its end, and answers with the steps that it said it took over. */
async function takenOver(runId: string): Promise<string[]> {
  const child = startRun(runId)
  const gone = once(child, 'exit')
  const steps: string[] = []
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    if (line.includes('took over')) steps.push((JSON.parse(line) as { step: string }).step)
  }
  expect(await gone).toEqual([0, null])
  return steps
}

const resultOf = async (id: string) => {
  const { state, resultSha256 } = await db.analysisRun.findUniqueOrThrow({ where: { id } })
  return { state, result: resultSha256 && toHex(resultSha256) }
}

test('a worker killed in the middle of an analysis goes on behind the steps that it had finished', async () => {
  const [undisturbed, killed] = [await waitingRun(), await waitingRun()]
  await runSignals(worker, { runId: undisturbed, isLastAttempt: true })
  await killOnceKept(killed, 3)
  await killOnceKept(killed, 12)
  const finished = stepsOf(killed).map((name) => name.replace('.step', ''))
  expect(finished.length).toBeGreaterThanOrEqual(12)
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(0)
  expect((await resultOf(killed)).state).toBe('QUEUED')

  expect(await takenOver(killed)).toEqual(expect.arrayContaining(finished))
  expect(await resultOf(killed)).toEqual(await resultOf(undisturbed))
  expect((await resultOf(killed)).state).toBe('DONE')
  expect(readdirSync(measuringFolder())).toEqual([])
}, 200_000)

test('steps of a run that is over are swept away', async () => {
  const runId = await waitingRun()
  await runSignals(worker, { runId, isLastAttempt: true })
  mkdirSync(join(measuringFolder(), runId), { recursive: true })
  expect(await sweepFiles()).toBe(1)
  expect(readdirSync(measuringFolder())).toEqual([])
})
