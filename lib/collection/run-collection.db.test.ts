import { describe, expect, test } from 'vitest'
import { collecting } from '@/tests/collecting'
import { eventsOf } from '@/tests/evidence'
import { keyOfTests, promptText } from '@/tests/planned-collection'
import { answerTo, collector, quick, sealedLines } from '@/tests/started-collection'
import { endCollection, resumeCollection } from './commands'
import { runCollection } from './run-collection'

const site = collecting()

describe('every kind of endpoint', () => {
  test.each(['OPENAI_COMPATIBLE', 'ANTHROPIC', 'GEMINI', 'BEDROCK', 'AZURE'] as const)(
    '%s: answers become model outputs, responses stay as they came, and no key is in either',
    async (provider) => {
      const { caseId, collectionId, look } = await site.started({ provider, prompts: 3 })
      await runCollection(collector, { collectionId }, quick)
      const { state, outputs, responses } = await look()
      expect(state).toBe('DONE')
      const answers = await sealedLines(outputs?.id)
      expect(answers[0]).toEqual({
        ...{ prompt_id: 'p-01', prompt: promptText(1), model: 'suspect-1' },
        output: answerTo(promptText(1)),
      })
      const raw = await sealedLines(responses?.id)
      expect(raw).toHaveLength(3)
      expect(JSON.parse(raw[0].body)).toBeTypeOf('object')
      expect(raw[0]).toMatchObject({
        status: 200,
        meaning: 'answer',
        answer: { tokens: { input: 5, output: 7 } },
      })
      expect(raw[0].headers).toMatchObject({ 'x-request-id': 'req-1' })
      expect(raw[0].headers).not.toHaveProperty('set-cookie')
      expect(JSON.stringify(site.replay.heard[0]?.headers)).toContain(keyOfTests)
      expect(JSON.stringify([raw, answers])).not.toContain(keyOfTests)
      expect((await eventsOf(caseId)).slice(-5)).toEqual([
        'evidence.collected',
        'evidence.sealed',
        'evidence.collected',
        'evidence.sealed',
        'collection.completed',
      ])
    },
  )

  test('probes and canaries of the plan are asked with the rest, by its sampling settings', async () => {
    const plan = { identityProbes: 'on', canaries: 'zephyr-9 => Say the word of the day.', system: 'Be brief.' }
    const { collectionId, look } = await site.started({ prompts: 2, plan })
    await runCollection(collector, { collectionId }, quick)
    const ids = (await sealedLines((await look()).outputs?.id)).map(({ prompt_id }) => prompt_id)
    expect(ids.slice(0, 4)).toEqual(['p-01', 'p-02', 'canary-1', 'identity-probe-1'])
    expect(site.replay.heard[0]?.body).toMatchObject({ temperature: 0.7, max_tokens: 200 })
    expect(site.replay.heard[0]?.body.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: promptText(1) },
    ])
  })
})

describe('what goes wrong is kept, and asked again', () => {
  test.each(['too-many', 'broken', 'cut', 'not-json', 'empty'] as const)('%s, once for each prompt', async (fault) => {
    site.wrong = (_, count) => (count === 1 ? fault : null)
    const { collectionId, look } = await site.started({ prompts: 3 })
    await runCollection(collector, { collectionId }, quick)
    const { state, outputs, responses } = await look()
    expect(state).toBe('DONE')
    expect(await sealedLines(outputs?.id)).toHaveLength(3)
    const meanings = (await sealedLines(responses?.id)).map(({ meaning }) => meaning)
    expect(meanings.sort()).toEqual(['again', 'again', 'again', 'answer', 'answer', 'answer'])
  })

  test('an endpoint that says nothing is left after the longest wait', async () => {
    site.wrong = (prompt, count) => (prompt === promptText(1) && count === 1 ? 'silent' : null)
    const { collectionId, look } = await site.started({ prompts: 2, form: { timeoutSeconds: '1' } })
    await runCollection(collector, { collectionId }, quick)
    const raw = await sealedLines((await look()).responses?.id)
    expect(raw.filter(({ fault }) => fault === 'timeout')).toHaveLength(1)
    expect((await look()).state).toBe('DONE')
  })

  test('a prompt that never gets an answer holds the collection, to be asked again or ended with what there is', async () => {
    site.wrong = (prompt) => (prompt === promptText(2) ? 'broken' : null)
    const { collectionId, key, look } = await site.started({ prompts: 3 })
    await runCollection(collector, { collectionId }, quick)
    expect(await look()).toMatchObject({
      state: 'PAUSED',
      reason: expect.stringContaining('1 prompt of 3 got no answer: 1 for status 5'),
    })
    expect(site.replay.timesAsked(promptText(2))).toBe(4)
    await resumeCollection(site.analyst, key)
    await runCollection(collector, { collectionId }, quick)
    expect(site.replay.timesAsked(promptText(2))).toBe(8)
    expect(site.replay.timesAsked(promptText(1))).toBe(1)
    await endCollection(site.analyst, { ...key, reason: 'The endpoint never answers the second.' })
    await runCollection(collector, { collectionId }, quick)
    const ended = await look()
    expect(ended.state).toBe('DONE')
    expect((await sealedLines(ended.outputs?.id)).map(({ prompt_id }) => prompt_id)).toEqual(['p-01', 'p-03'])
  })

  test('a refused prompt is not asked twice', async () => {
    site.wrong = (prompt) => (prompt === promptText(1) ? 'refuses-prompt' : null)
    const { collectionId } = await site.started({ prompts: 2 })
    await runCollection(collector, { collectionId }, quick)
    expect(site.replay.timesAsked(promptText(1))).toBe(1)
  })

  test('a key that comes back in a body is not kept', async () => {
    site.wrong = () => 'tells-key'
    const { collectionId, look } = await site.started({ prompts: 1 })
    await runCollection(collector, { collectionId }, quick)
    const raw = JSON.stringify(await sealedLines((await look()).responses?.id))
    expect(raw).not.toContain(keyOfTests)
    expect(raw).toContain('[key removed]')
  })
})
