import { truncate } from 'node:fs/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyRecord } from '@/lib/custody/verify'
import type { PersonActor } from '@/lib/platform/actor'
import { eventsOf, personWith } from '@/tests/evidence'
import { allowLoopback, promptText } from '@/tests/planned-collection'
import { type Misbehaviour, type Replay, startReplay } from '@/tests/replay-endpoint'
import { answerTo, collector, quick, sealedLines, startedCollection } from '@/tests/started-collection'
import { endAllWorkers, endWorker, startWorker } from '@/tests/worker-process'
import { pauseCollection, resumeCollection } from './commands'
import { refuseHost } from './endpoint-commands'
import { hostOf } from './host-of'
import { keptLines, responsePath } from './response-log'
import { runCollection } from './run-collection'

let analyst: PersonActor
let replay: Replay
let wrong: (prompt: string, count: number) => Misbehaviour | null

beforeAll(async () => {
  allowLoopback()
  analyst = await personWith('ANALYST')
})
beforeEach(async () => {
  wrong = () => null
  replay = await startReplay(answerTo, ({ prompt }, count) => wrong(prompt, count))
})
afterEach(async () => {
  endAllWorkers()
  await replay.close()
})

const started = (wanted?: Parameters<typeof startedCollection>[2]) => startedCollection(analyst, replay.address, wanted)

describe('what stops all of it', () => {
  test.each([
    ['wrong-key', 'does not take the key'],
    ['elsewhere', 'redirects are not followed'],
  ] as const)('%s', async (fault, sentence) => {
    wrong = () => fault
    const { collectionId, look } = await started({ prompts: 6, form: { concurrency: '1' } })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining(sentence) })
    expect(replay.heard).toHaveLength(1)
  })

  test('a host that was taken off the list is not asked', async () => {
    const { collectionId, look } = await started({ prompts: 2 })
    await refuseHost(await personWith('ADMIN'), { host: hostOf(replay.address) ?? '' })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining('list of allowed hosts') })
    expect(replay.heard).toHaveLength(0)
  })

  test('loopback is not asked unless the environment says so', async () => {
    const { collectionId, look } = await started({ prompts: 1 })
    process.env.TOUCHSTONE_PRIVATE_ENDPOINTS = '0'
    await runCollection(collector, { collectionId }, quick).finally(allowLoopback)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining('not a public one') })
    expect(replay.heard).toHaveLength(0)
  })

  test('the budget of requests, to the request; going on allows it once more', async () => {
    const { collectionId, key, look } = await started({ prompts: 6, form: { requests: '4' } })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: 'Its budget of 4 requests is used up.' })
    expect(replay.heard).toHaveLength(4)
    await resumeCollection(analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).state).toBe('DONE')
    expect(replay.heard).toHaveLength(6)
  })

  test('the budget of tokens, as the endpoint counts them', async () => {
    const { collectionId, look } = await started({ prompts: 6, form: { tokens: '24', concurrency: '1' } })
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).reason).toBe('Its budget of 24 tokens is used up.')
    expect(replay.heard).toHaveLength(2)
  })
})

describe('pausing and being killed', () => {
  test('a pause keeps what was sent for, and going on asks only the rest', async () => {
    const { collectionId, key, look } = await started({ prompts: 6, form: { concurrency: '1' } })
    wrong = (prompt) => (prompt === promptText(3) ? 'too-many' : null)
    const slow = { ...quick, patience: { baseMs: 60_000, longestMs: 60_000 } }
    const running = runCollection(collector, { collectionId }, slow)
    await vi.waitFor(() => expect(replay.timesAsked(promptText(3))).toBeGreaterThan(0))
    await pauseCollection(analyst, key)
    await running
    expect((await look()).state).toBe('PAUSED')
    wrong = () => null
    await resumeCollection(analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).state).toBe('DONE')
    for (const n of [1, 2, 4, 5, 6]) expect(replay.timesAsked(promptText(n))).toBe(1)
  })

  test('a killed worker is followed by one that asks nothing twice whose answer was kept, and loses none', async () => {
    wrong = (_, count) => (count === 1 && replay.heard.length === 9 ? 'silent' : null)
    const { caseId, collectionId, look } = await started({ prompts: 24, form: { concurrency: '3' } })
    const first = await startWorker()
    await vi.waitFor(() => expect(replay.heard.length).toBeGreaterThanOrEqual(9), { timeout: 30_000, interval: 5 })
    await endWorker(first, 'SIGKILL')
    const kept = new Set<string>()
    for await (const { promptId, meaning } of keptLines(responsePath(collectionId)))
      if (meaning === 'answer') kept.add(promptId)
    expect(kept.size).toBeGreaterThan(0)
    const second = await startWorker()
    await vi.waitFor(async () => expect((await look()).state).toBe('DONE'), { timeout: 60_000, interval: 100 })
    await endWorker(second, 'SIGTERM')
    for (const id of kept) expect(replay.timesAsked(promptText(Number(id.slice(2))))).toBe(1)
    const outputs = await sealedLines((await look()).outputs?.id)
    expect(outputs.map(({ output, prompt }) => output === answerTo(prompt))).toEqual(Array(24).fill(true))
    expect((await eventsOf(caseId)).filter((type) => type === 'collection.completed')).toHaveLength(1)
    expect((await verifyRecord()).broken).toBeNull()
  })

  test('responses that the record vouches for and that are gone stop it', async () => {
    const { collectionId, key, look } = await started({ prompts: 4, form: { requests: '2' } })
    await runCollection(collector, { collectionId }, quick)
    await truncate(responsePath(collectionId), 10)
    await resumeCollection(analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).reason).toContain('are missing on this server')
    expect(replay.heard).toHaveLength(2)
  })
})
