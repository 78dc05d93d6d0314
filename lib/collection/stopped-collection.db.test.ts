import { truncate } from 'node:fs/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { verifyRecord } from '@/lib/custody/verify'
import { collecting } from '@/tests/collecting'
import { eventsOf, personWith } from '@/tests/evidence'
import { allowLoopback, promptText } from '@/tests/planned-collection'
import { answerTo, collector, quick, sealedLines } from '@/tests/started-collection'
import { endAllWorkers, endWorker, startWorker } from '@/tests/worker-process'
import { pauseCollection, resumeCollection } from './commands'
import { refuseHost } from './endpoint-commands'
import { hostOf } from './host-of'
import { keptLines, responsePath } from './response-log'
import { runCollection } from './run-collection'

const site = collecting()
afterEach(endAllWorkers)

describe('what stops all of it', () => {
  test.each([
    ['wrong-key', 'does not take the key'],
    ['elsewhere', 'redirects are not followed'],
  ] as const)('%s', async (fault, sentence) => {
    site.wrong = () => fault
    const { collectionId, look } = await site.started({ prompts: 6, form: { concurrency: '1' } })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining(sentence) })
    expect(site.replay.heard).toHaveLength(1)
  })

  test('a host that was taken off the list is not asked', async () => {
    const { collectionId, look } = await site.started({ prompts: 2 })
    await refuseHost(await personWith('ADMIN'), { host: hostOf(site.replay.address) ?? '' })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining('list of allowed hosts') })
    expect(site.replay.heard).toHaveLength(0)
  })

  test('loopback is not asked unless the environment says so', async () => {
    const { collectionId, look } = await site.started({ prompts: 1 })
    process.env.TOUCHSTONE_PRIVATE_ENDPOINTS = '0'
    await runCollection(collector, { collectionId }, quick).finally(allowLoopback)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: expect.stringContaining('not a public one') })
    expect(site.replay.heard).toHaveLength(0)
  })

  test('the budget of requests, to the request; going on allows it once more', async () => {
    const { collectionId, key, look } = await site.started({ prompts: 6, form: { requests: '4' } })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({ state: 'PAUSED', reason: 'Its budget of 4 requests is used up.' })
    expect(site.replay.heard).toHaveLength(4)
    await resumeCollection(site.analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).state).toBe('DONE')
    expect(site.replay.heard).toHaveLength(6)
  })

  test('the budget of tokens, as the endpoint counts them', async () => {
    const { collectionId, look } = await site.started({ prompts: 6, form: { tokens: '24', concurrency: '1' } })
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).reason).toBe('Its budget of 24 tokens is used up.')
    expect(site.replay.heard).toHaveLength(2)
  })
})

describe('pausing and being killed', () => {
  test('a pause keeps what was sent for, and going on asks only the rest', async () => {
    const { collectionId, key, look } = await site.started({ prompts: 6, form: { concurrency: '1' } })
    site.wrong = (prompt) => (prompt === promptText(3) ? 'too-many' : null)
    const slow = { ...quick, patience: { baseMs: 60_000, longestMs: 60_000 } }
    const running = runCollection(collector, { collectionId }, slow)
    await vi.waitFor(() => expect(site.replay.timesAsked(promptText(3))).toBeGreaterThan(0))
    await pauseCollection(site.analyst, key)
    await running
    expect((await look()).state).toBe('PAUSED')
    site.wrong = () => null
    await resumeCollection(site.analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).state).toBe('DONE')
    for (const n of [1, 2, 4, 5, 6]) expect(site.replay.timesAsked(promptText(n))).toBe(1)
  })

  test('a killed worker is followed by one that asks nothing twice whose answer was kept, and loses none', async () => {
    site.wrong = (_, count) => (count === 1 && site.replay.heard.length === 9 ? 'silent' : null)
    const { caseId, collectionId, look } = await site.started({ prompts: 24, form: { concurrency: '3' } })
    const first = await startWorker()
    await vi.waitFor(() => expect(site.replay.heard.length).toBeGreaterThanOrEqual(9), { timeout: 30_000, interval: 5 })
    await endWorker(first, 'SIGKILL')
    const kept = new Set<string>()
    for await (const { promptId, meaning } of keptLines(responsePath(collectionId)))
      if (meaning === 'answer') kept.add(promptId)
    expect(kept.size).toBeGreaterThan(0)
    const second = await startWorker()
    await vi.waitFor(async () => expect((await look()).state).toBe('DONE'), { timeout: 60_000, interval: 100 })
    await endWorker(second, 'SIGTERM')
    for (const id of kept) expect(site.replay.timesAsked(promptText(Number(id.slice(2))))).toBe(1)
    const outputs = await sealedLines((await look()).outputs?.id)
    expect(outputs.map(({ output, prompt }) => output === answerTo(prompt))).toEqual(Array(24).fill(true))
    expect((await eventsOf(caseId)).filter((type) => type === 'collection.completed')).toHaveLength(1)
    expect((await verifyRecord()).broken).toBeNull()
  })

  test('responses that the record vouches for and that are gone stop it', async () => {
    const { collectionId, key, look } = await site.started({ prompts: 4, form: { requests: '2' } })
    await runCollection(collector, { collectionId }, quick)
    await truncate(responsePath(collectionId), 10)
    await resumeCollection(site.analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect((await look()).reason).toContain('are missing on this server')
    expect(site.replay.heard).toHaveLength(2)
  })
})
