import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { toHex } from '@/lib/custody/hex'
import { systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem } from '@/tests/analysed-case'
import { readingFolder, readLog } from './read-log'
import { sweepFiles } from './sweep-files'

let running: ChildProcess | null = null
afterEach(() => void running?.kill('SIGKILL'))

const story = 'A long story that is told to the end. '.repeat(220)
const bytes = Array.from({ length: 3000 }, (_, n) =>
  JSON.stringify({ timestamp: '2026-03-01T10:00:00Z', account_id: `acct-${n % 31}`, prompt: `${n}. ${story}` }),
).join('\n')

async function sealedLog(): Promise<string> {
  const { owner, id: caseId } = await draftCase()
  return (await sealedItem({ caseId, addedBy: owner }, { kind: 'USAGE_LOG', name: 'may.jsonl', bytes })).id
}

const keptOf = (id: string) => {
  const folder = join(readingFolder(), id)
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('kept-')) : []
}

async function datasetOf(evidenceId: string): Promise<string> {
  return toHex((await db.dataset.findFirstOrThrow({ where: { evidenceId } })).sha256)
}

test('rows of a reading that was killed stay until the next one has used them, and no longer', async () => {
  const [undisturbed, killed] = [await sealedLog(), await sealedLog()]
  await readLog(systemActor('tests'), { evidenceId: undisturbed, attempt: 1 })
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/read-log.ts', killed], { stdio: 'inherit' })
  running = child
  const gone = once(child, 'exit')
  while (keptOf(killed).length === 0 && child.exitCode === null) await setImmediate()
  child.kill('SIGKILL')
  await gone
  const kept = keptOf(killed)
  expect(kept).toHaveLength(1)
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(0)
  expect(keptOf(killed)).toEqual(kept)

  await readLog(systemActor('tests'), { evidenceId: killed, attempt: 2 }, { leastBytes: 0 })
  expect(await datasetOf(killed)).toBe(await datasetOf(undisturbed))
  expect(readdirSync(readingFolder())).toEqual([])
}, 120_000)
