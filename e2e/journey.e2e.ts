import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { LogOptions } from '@/bench/log/plan'
import * as casePage from './case-page'
import { touchstone } from './command-line'
import { addComparisonFinding, addSignalFinding, citeRows, expectSignals, openDataset } from './dataset-page'
import { home } from './demonstration'
import { addEvidence } from './evidence-page'
import { pdfText } from './pdf-text'
import { expect, test } from './people-at-work'
import { approve, carryOut, takeReview } from './review-page'
import { busiestOf, campaignOf, modelOutputs, sampleFolder, shortDocument, usageLog } from './samples'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const { folder, remove } = sampleFolder()
const log: LogOptions = { rows: 4000, accounts: 160, seed: 41, campaign: 8, start: '2026-09-01T00:00:00Z', days: 14 }
const title = 'Answers collected for a rival model (journey)'
const statement = 'Heron Labs collected reasoning output through a pool of accounts in September 2026.'
const privileged = 'Counsel thinks that the forum clause is weak; settle early.'
const outputs = modelOutputs(folder)
let number: string
let dataset: string
let evidenceId: string
let approved: string

test.afterAll(remove)

test('an analyst files a case and names its subject with pasted accounts', async ({ as }) => {
  const page = await as('analyst')
  number = await casePage.fileCase(page, {
    title,
    facts: 'A pool of accounts asked for reasoning, evenly, for two weeks.',
  })
  await casePage.addSubject(page, number, { name: 'Heron Labs', models: [outputs.suspect] })
  const lines = campaignOf(log)
  await casePage.pasteAccounts(page, { lines: [...lines, lines[0] ?? ''], fresh: lines.length })
  await expect(page.getByText(`${lines.length} accounts`)).toBeVisible()
})

test('a usage log and model outputs are uploaded, sealed and read', async ({ as }) => {
  const page = await as('analyst')
  const sample = await usageLog(folder, log)
  await addEvidence(page, number, { ...sample, kind: 'Usage log', state: 'Sealed and read' })
  await addEvidence(page, number, { ...outputs, kind: 'Model outputs', state: 'Sealed' })
  await page.getByRole('link', { name: sample.name }).click()
  await page.waitForURL(/\/evidence\/[0-9a-f-]+$/)
  evidenceId = page.url().split('/').at(-1) ?? ''
  const hash = createHash('sha256').update(readFileSync(sample.path)).digest('hex')
  await expect(page.getByText(hash)).toBeVisible()
})

test('the analyst claims a breach, cites rows in the explorer, and adds what stands out as findings', async ({
  as,
}) => {
  const page = await as('analyst')
  const account = busiestOf(log)
  await casePage.makeClaim(page, number, {
    clause: /4\.2 .*1 June 2025/,
    statement,
    from: '2026-09-01',
    until: '2026-09-14',
  })
  dataset = await openDataset(page, number, 'usage-march-synthetic.jsonl')
  await expectSignals(page)
  await addSignalFinding(page, dataset, { account, signal: 'volume' })
  await citeRows(page, dataset, { account, count: 3 })
  await addComparisonFinding(page, number, outputs)
  await page.goto(`/cases/${number}/findings`)
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('it can be submitted once every innocent explanation is answered', async ({ as }) => {
  const page = await as('analyst')
  await page.goto(`/cases/${number}`)
  await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveAccessibleDescription(
    'Answer the innocent explanation “Reseller or gateway”.',
  )
  await casePage.answerExplanations(
    page,
    number,
    'The partner register and the rows were checked; nothing speaks for it.',
  )
  await page.goto(`/cases/${number}`)
  await expect(page.getByText('Nothing. The owner can submit the case.')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByRole('main').getByText('Submitted', { exact: true }).first()).toBeVisible()
})

test('a lawyer writes a privileged note and approves exactly what is shown', async ({ as }) => {
  const page = await as('legal')
  await takeReview(page, number)
  await page.getByLabel('Note').fill(privileged)
  await page.getByRole('button', { name: 'Write the note' }).click()
  await expect(page.getByRole('listitem').getByText(privileged)).toBeVisible()
  const hash = await approve(page)
  await page.goto(`/cases/${number}/review`)
  await expect(page.getByRole('complementary').getByTitle(`snapshot SHA-256 ${hash}`)).toBeVisible()
  await casePage.expectState(page, number, 'Approved')
})

test('evidence that arrives after the approval takes the case back into review', async ({ as }) => {
  const analyst = await as('analyst')
  await addEvidence(analyst, number, { ...shortDocument(folder), kind: 'Document', state: 'Sealed' })
  await casePage.expectState(analyst, number, 'In review')
  const lead = await as('lead')
  await lead.goto(`/cases/${number}/review`)
  await expect(lead.getByText(/No longer stands/)).toBeVisible()
  await expect(lead.getByRole('heading', { name: 'Carry out the action' })).toBeHidden()
  const lawyer = await as('legal')
  await takeReview(lawyer, number)
  approved = await approve(lawyer)
})

test('a lead carries out the action', async ({ as }) => {
  const page = await as('lead')
  await carryOut(page, number, 'Your access to our services ends today under clause 4.2 of the business terms of use.')
  await casePage.expectState(page, number, 'Actioned')
})

test('a manager downloads the summary, which says all of it and nothing privileged', async ({ as }) => {
  const page = await as('manager')
  await page.goto(`/cases/${number}`)
  await page.getByRole('link', { name: 'Export the summary' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PDF' }).click()
  const text = await pdfText(await (await download).path())
  expect(text).toContain(number)
  expect(text).toContain(statement)
  expect(text).toContain('Action: end access')
  expect(text).toContain('develop, train, tune or evaluate for the purpose of training any model that competes')
  expect(text).toContain(approved.slice(0, 16))
  expect(text).toMatch(/pairs of known\s+relation/)
  expect(text).toMatch(/error rate:? not\s+established/i)
  expect(text).toMatch(/APPROVED/)
  expect(text).not.toMatch(/DRAFT|STALE/)
  expect(text).not.toContain('forum clause')
})

test('an analyst outside the case finds nothing of it, by no address', async ({ as }) => {
  const page = await as('outsider')
  await page.goto('/cases?q=journey')
  await expect(page.getByText(title)).toBeHidden()
  for (const path of [`/cases/${number}`, `/cases/${number}/evidence/${evidenceId}`, dataset, `${dataset}/explorer`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible()
    await expect(page.getByText(title)).toBeHidden()
  }
  const bytes = await page.request.get(`/api/evidence/${evidenceId}/download`)
  expect(bytes.status()).toBe(404)
  const rows = await page.request.get(`/api/datasets/${dataset.split('/').at(-1)}/rows`)
  expect(rows.status()).toBe(404)
})

test('after all of it the record is whole', async () => {
  expect(await touchstone(home, 'record', 'verify')).toMatch(/^0: whole/)
})
