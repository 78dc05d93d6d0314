import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Replay, startReplay } from '@/tests/replay-endpoint'
import * as casePage from './case-page'
import { touchstone } from './command-line'
import { home } from './demonstration'
import { addEvidence, expectEvidence } from './evidence-page'
import { inDialog } from './form'
import { faultsOf } from './page-faults'
import { expect, test } from './people-at-work'
import { sampleFolder } from './samples'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const { folder, remove } = sampleFolder()
const key = 'key-of-the-journey-0123456789'
const controls = ['control-a', 'control-b', 'control-c', 'control-d']
const uploaded = ['teacher-2', ...controls]
const topics = ['rain', 'bread', 'clocks', 'bridges', 'salt', 'maps', 'glass', 'tides', 'wool', 'paper', 'iron', 'bees']
const prompts = topics.map((topic, n) => ({ prompt_id: `q-${n + 1}`, prompt: `Explain ${topic} to a new colleague.` }))

let replay: Replay
let number: string
let plan: string
let collection: string

/** Each model in a manner of its own; the suspect in that of its teacher. */
function answerOf(model: string, prompt: string): string {
  const topic = prompt.split(' ')[1] ?? 'this'
  if (/^(suspect|teacher)/.test(model))
    return `Certainly, here is what matters about ${topic}: first, where ${topic} comes from; second, what ${topic} is good for. Taken together, ${topic} rewards a patient look.`
  return `${model} says of ${topic} that one had best begin with ${topic} itself, in the words of ${model.at(-1)}, and see how ${topic} goes on from there.`
}

test.beforeAll(async () => {
  replay = await startReplay((prompt, { model }) => answerOf(String(model), prompt))
})
test.afterAll(async () => {
  await replay.close()
  remove()
})

test('nothing can be asked before an administrator lists the host and a lead registers the endpoint', async ({
  as,
}) => {
  const lead = await as('lead')
  const register = async () => {
    await lead.goto('/settings')
    const dialog = lead.getByRole('dialog', { name: 'Register an endpoint' })
    // Before the page has come to life a press does nothing.
    await expect(async () => {
      await lead.getByRole('button', { name: 'Register an endpoint' }).click({ timeout: 2_000 })
      await expect(dialog).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await dialog.getByLabel('Name').fill('Replay')
    await dialog.getByLabel('Base address').fill(`${replay.address}/v1`)
    await dialog.getByLabel('Key').fill(key)
    await dialog.getByRole('button', { name: 'Register' }).click()
    return dialog
  }
  const host = new URL(replay.address).host
  await expect((await register()).getByText(`Requests may not go to ${host}`)).toBeVisible()
  const admin = await as('admin')
  await admin.goto('/settings')
  await inDialog(
    admin,
    { open: admin.getByRole('button', { name: 'Allow a host' }), send: 'Allow' },
    async (dialog) => {
      await dialog.getByLabel('Host').fill(host)
    },
  )
  await expect(admin.getByText(host, { exact: true })).toBeVisible()
  await expect(await register()).toBeHidden()
  await expect(lead.getByText(`${replay.address}/v1`)).toBeVisible()
  expect(await lead.content()).not.toContain(key)
})

test('an analyst plans the comparison, sees what is missing, and registers it', async ({ as }) => {
  const page = await as('analyst')
  number = await casePage.fileCase(page, {
    title: 'Planned before its data',
    facts: 'A rival writes as our model does.',
  })
  const path = join(folder, 'prompts.jsonl')
  writeFileSync(path, prompts.map((prompt) => JSON.stringify(prompt)).join('\n'))
  await addEvidence(page, number, { path, name: 'prompts.jsonl', kind: 'Document', state: 'Sealed' })
  await page.goto(`/cases/${number}/findings`)
  await page.getByRole('link', { name: 'Plans and collections' }).click()
  await page.getByRole('link', { name: 'Plan a comparison' }).click()
  await page.getByLabel('Suspect', { exact: true }).fill('suspect-1')
  await page.getByLabel('Candidates', { exact: true }).fill('Teacher: teacher-1, teacher-2')
  await page.getByLabel('Controls', { exact: true }).fill(controls.join('\n'))
  await page.getByLabel('Set of prompts').selectOption({ label: 'prompts.jsonl' })
  await page.getByLabel('Temperature').fill('0.7')
  await page.getByLabel('Most output tokens').fill('400')
  const lacks = page.getByRole('complementary', { name: 'What the design lacks' })
  await expect(lacks.getByText('4 controls of at least 8: add 4 more')).toBeVisible()
  await expect(lacks.getByText('No older version of suspect-1')).toBeVisible()
  await page.getByRole('button', { name: 'Register the plan' }).click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
  plan = new URL(page.url()).pathname
  await expect(page.getByText('12 prompts from “prompts.jsonl”')).toBeVisible()
})

test('the registered prompts are put to two models, and their answers are sealed', async ({ as }) => {
  const page = await as('analyst')
  for (const model of ['suspect-1', 'teacher-1']) {
    await page.goto(plan)
    await page.getByRole('link', { name: 'Collect answers' }).click()
    const label = `Replay: OpenAI-compatible at ${new URL(replay.address).host}`
    await page.getByLabel('Endpoint', { exact: true }).selectOption({ label })
    await page.getByLabel('Model at the endpoint').fill(model)
    await page.getByRole('button', { name: 'Start to collect' }).click()
    await page.waitForURL(/\/collections\/[0-9a-f-]{36}$/)
    collection = new URL(page.url()).pathname
    await expect(page.getByRole('link', { name: `${model}-outputs.jsonl` })).toBeVisible({ timeout: 90_000 })
  }
  expect(replay.heard).toHaveLength(2 * prompts.length)
  await page.goto(`/cases/${number}/evidence`)
  await expectEvidence(page, { name: 'suspect-1-responses.jsonl', state: 'Sealed' })
})

test('compared as planned, the page says so', async ({ as }) => {
  const page = await as('analyst')
  const path = join(folder, 'others.jsonl')
  const lines = uploaded.flatMap((model) =>
    prompts.map((prompt) => ({ ...prompt, output: answerOf(model, prompt.prompt), model })),
  )
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  await addEvidence(page, number, { path, name: 'others.jsonl', kind: 'Model outputs', state: 'Sealed' })
  await page.goto(plan)
  await page.getByRole('link', { name: 'Compare as planned' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByText('Run as registered')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('All outputs came into the case after the plan was registered.')).toBeVisible()
})

test('compared otherwise, it says how', async ({ as }) => {
  const page = await as('analyst')
  await page.goto(plan)
  await page.getByRole('link', { name: 'Compare as planned' }).click()
  await page.getByRole('checkbox', { name: 'control-d is a control' }).uncheck()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByText('Not run as registered')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('control-d was planned as control and left out.')).toBeVisible()
})

test('its pages can be read by everybody, and the record is whole and holds no key', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  const found: string[] = []
  const base = `/cases/${number}`
  for (const path of [
    `${base}/plans`,
    `${base}/plans/new`,
    plan,
    `${base}/collections/new?plan=${plan.split('/').at(-1)}`,
    collection,
  ])
    found.push(...(await faultsOf(page, { path, settled: (at) => at.getByRole('heading', { level: 1 }) })))
  expect(found).toEqual([])
  await page.goto(`${base}/record`)
  await expect(page.getByText(/collected 12 answers of suspect-1/)).toBeVisible()
  expect(await page.content()).not.toContain(key)
  expect(await touchstone(home, 'record', 'verify')).toMatch(/^0: whole/)
})
