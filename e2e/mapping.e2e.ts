import { fileCase } from './case-page'
import { addEvidence } from './evidence-page'
import { faultsOf } from './page-faults'
import { expect, test } from './people-at-work'
import { sampleFolder, unknownLog } from './samples'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const { folder, remove } = sampleFolder()
const kind = 'Usage log' as const

test.afterAll(remove)

test('a log that nobody knows is read once its fields were said, and the next one by itself', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  const number = await fileCase(page, { title: 'A log of an unknown gateway (mapping)', facts: 'Filed to map a log.' })
  const log = unknownLog(folder, 'unknown-synthetic.jsonl')
  await addEvidence(page, number, { ...log, kind, state: 'Sealed, format not known' })
  await page.getByRole('link', { name: log.name }).click()
  await page.getByRole('link', { name: 'Say what its fields are' }).click()
  await expect(page.getByLabel(/^Account \(/)).toHaveValue('["cust","ref"]')
  await expect(page.getByText(/Rejected: 40 \(the record has a time that is not understood\)/)).toBeVisible()
  await page.getByLabel('Zone of times that state none').selectOption('Asia/Kathmandu')
  await expect(page.getByText('40 rows of the first 41 records.', { exact: false })).toBeVisible()
  await expect(page.getByRole('cell', { name: '2026-03-01 04:15:00.000' })).toBeVisible()
  const path = new URL(page.url()).pathname
  expect(await faultsOf(page, { path, settled: (on) => on.getByText('What this gives') })).toEqual([])
  await page.getByLabel('Zone of times that state none').selectOption('Asia/Kathmandu')
  await page.getByLabel('Name of the mapping').fill('Unknown gateway')
  await page.getByRole('button', { name: 'Read the log by this mapping' }).click()
  await expect(page.getByText('mapping “Unknown gateway”, version 1, reader', { exact: false })).toBeVisible({
    timeout: 60_000,
  })
  const next = unknownLog(folder, 'unknown-next-synthetic.jsonl')
  await addEvidence(page, number, { ...next, kind, state: 'Sealed and read' })
})
