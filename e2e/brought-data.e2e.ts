import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileCase } from './case-page'
import { addEvidence } from './evidence-page'
import { faultsOf } from './page-faults'
import { expect, test } from './people-at-work'
import { completingLogs, sampleFolder } from './samples'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const { folder, remove } = sampleFolder()
const kind = 'Usage log' as const

test.afterAll(remove)

test('a lead imports a prompt set of which only hashes are kept, and withdraws it with a reason', async ({ as }) => {
  const page = await as('lead', { reducedMotion: 'reduce' })
  const path = join(folder, 'questions-synthetic.jsonl')
  const prompts = Array.from({ length: 12 }, (_, i) => ({
    prompt: `How many bridges does the town of station ${i} have?`,
  }))
  writeFileSync(path, prompts.map((one) => JSON.stringify(one)).join('\n'))
  await page.goto('/settings/references')
  await page.getByRole('button', { name: 'Import a prompt set' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a prompt set' })
  await dialog.getByLabel('Name').fill('Bridge questions (synthetic)')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByText('Choose a file that is not empty.').first()).toBeVisible()
  await dialog.getByLabel('Source').fill('Made for this test')
  await dialog.getByLabel('File').setInputFiles(path)
  await dialog.getByLabel('Keep hashes only').check()
  await dialog.getByRole('button', { name: 'Import' }).click()
  const entry = page.getByRole('listitem').filter({ hasText: 'Bridge questions (synthetic)' })
  await expect(entry.getByText('12 prompts')).toBeVisible()
  await expect(entry.getByText('Hashes only')).toBeVisible()
  const settled = (on: typeof page) => on.getByText('Bridge questions (synthetic)')
  expect(await faultsOf(page, { path: '/settings/references', settled })).toEqual([])
  const analyst = await as('analyst')
  await analyst.goto('/settings/references')
  await expect(analyst.getByText('Bridge questions (synthetic)')).toBeVisible()
  await expect(analyst.getByRole('button', { name: 'Import a prompt set' })).toBeHidden()
  await entry.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByLabel('Reason').fill('It was made for a test.')
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(entry.getByText('It was made for a test.')).toBeVisible()
})

test('two logs of the same requests become one dataset that names both', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  const number = await fileCase(page, { title: 'Calls and their trail (joined)', facts: 'Filed to join two logs.' })
  const { calls, trail } = completingLogs(folder)
  await addEvidence(page, number, { ...calls, kind, state: 'Sealed and read' })
  await addEvidence(page, number, { ...trail, kind, state: 'Sealed and read' })
  await page.getByRole('link', { name: calls.name }).click()
  await expect(page.getByRole('heading', { name: 'Logs that complete it' })).toBeVisible()
  await expect(page.getByText('75% of the requests here are in it too', { exact: false })).toBeVisible()
  const path = new URL(page.url()).pathname
  expect(await faultsOf(page, { path, settled: (on) => on.getByText('Logs that complete it') })).toEqual([])
  await page.getByRole('button', { name: 'Join them' }).click()
  await expect(page.getByRole('link', { name: 'Open the joined dataset' })).toBeVisible({ timeout: 90_000 })
  const parents = page.getByRole('definition').filter({ hasText: calls.name })
  await expect(parents.getByRole('link', { name: trail.name })).toBeVisible()
  await page.getByRole('link', { name: 'Open the joined dataset' }).click()
  await expect(page.getByText(/^4 rows/)).toBeVisible()
})
