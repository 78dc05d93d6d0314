import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '@/lib/platform/actor'
import { asOwner } from '@/tests/database'
import { caseOf, personWith } from '@/tests/evidence'
import { allowLoopback, plannedCaseOf } from '@/tests/planned-collection'
import { registerPlan } from './commands'
import { plannedCase, planOf, plansOf } from './queries'
import { registerPlanSchema } from './schema'

let analyst: PersonActor

beforeAll(async () => {
  allowLoopback()
  analyst = await personWith('ANALYST')
})

const written = { name: 'A plan', suspect: 's', candidates: 'T: t1, t2', controls: 'c1', power: '0.4' }
const form = (number: string, changed: Record<string, unknown> = {}) =>
  registerPlanSchema.parse({ number, ...written, ...changed })

test('a plan is frozen with the hash of what its event says, and a change is a further version', async () => {
  const { id: caseId, number } = await caseOf(analyst)
  const { planId } = await registerPlan(analyst, form(number))
  const first = await planOf(analyst, { caseId, id: planId })
  expect(first).toMatchObject({
    version: 1,
    plan: { suspect: 's', candidates: [{ lineage: 'T', models: ['t1', 't2'] }] },
  })
  expect(first.sha256).toBe(createHash('sha256').update(first.body).digest('hex'))
  const [event] = await asOwner<{ text: string }>(
    `SELECT p.text FROM event e JOIN event_payload p USING (seq) WHERE e.case_id = $1 AND e.type = 'plan.registered'`,
    [caseId],
  )
  expect(JSON.parse(event?.text ?? '').data).toMatchObject({ sha256: first.sha256, body: first.body, version: 1 })
  await registerPlan(analyst, form(number, { controls: 'c1\nc2' }))
  expect((await plansOf(analyst, caseId)).map(({ version }) => version)).toEqual([2, 1])
  expect((await planOf(analyst, { caseId, id: planId })).body).toBe(first.body)
})

test('the same again is not registered, nor a model in two roles, nor a file without prompts', async () => {
  const { number } = await caseOf(analyst)
  await registerPlan(analyst, form(number))
  await expect(registerPlan(analyst, form(number))).rejects.toThrow('says the same')
  await expect(registerPlan(analyst, form(number, { controls: 't1' }))).rejects.toThrow('t1 is named twice')
  const { number: other } = await plannedCaseOf(analyst)
  const stranger = await caseOf(analyst)
  const [file] = await asOwner<{ id: string }>(
    `SELECT e.id FROM evidence_item e JOIN "case" c ON c.id = e."caseId" WHERE c.number = $1`,
    [other],
  )
  await expect(registerPlan(analyst, form(stranger.number, { promptsFrom: file?.id }))).rejects.toThrow(
    'no such sealed',
  )
})

test('by an analyst of the case alone, while it is open', async () => {
  const outsider = await personWith('ANALYST')
  const { number } = await caseOf(analyst)
  await expect(registerPlan(outsider, form(number))).rejects.toThrow('no such case')
  await expect(plannedCase(outsider, number)).rejects.toThrow('no such case')
  for (const role of ['LEAD', 'LEGAL', 'MANAGER'] as const)
    await expect(registerPlan(await personWith(role), form(number))).rejects.toThrow('planned by the analysts')
  const closed = await caseOf(analyst, { state: 'CLOSED' })
  await expect(registerPlan(analyst, form(closed.number))).rejects.toThrow('Reopen it')
})
