/** What an analyst does on the pages of a log: keeps to a span, opens a cluster, sets two accounts side by side, reads rows. */

import { readFileSync } from 'node:fs'
import { expectSignals, openDataset } from './dataset-page'
import { demonstration } from './demonstration'
import { inDialog } from './form'
import { faultsOf } from './page-faults'
import { expect, test } from './people-at-work'
import { caseAt } from './places'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let dataset = ''

test('a span of the time line, chosen by dates, keeps the matrix to its accounts', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  const number = (await caseAt(page, demonstration.harvest)).split('/').at(-1) ?? ''
  dataset = await openDataset(page, number, 'usage-september-2026-synthetic.jsonl')
  await expectSignals(page)
  await page.getByLabel('From (UTC)').fill('2026-09-03')
  await page.getByLabel('Until and with').fill('2026-09-03')
  await page.getByRole('button', { name: 'Show this span' }).click()
  await page.waitForURL(/from=2026-09-03/)
  await expect(page.getByText('their values are of the whole log', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'By cluster' }).click()
  await expect(page.getByRole('table', { name: 'Signals by cluster' })).toBeVisible()
})

test('a chart is handed out as a picture that the browser draws', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(dataset)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PNG: When were requests sent?' }).click()
  const bytes = readFileSync(await (await waiting).path())
  expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
  expect(bytes.readUInt32BE(16)).toBe(2 * 1120)
})

test('the picture of a cluster is walked by keyboard and leads to the rows of a link', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(`${dataset}?by=cluster`)
  await page.getByRole('table', { name: 'Signals by cluster' }).getByRole('rowheader').first().getByRole('link').click()
  const picture = page.getByRole('group', { name: /^Who shares what in cluster/ })
  await picture.locator('a[tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const about = page.getByRole('status').filter({ hasText: 'weight' })
  await expect(about).toBeVisible()
  await about.getByRole('link').last().click()
  await expect(page.getByRole('table', { name: 'Rows behind the signal' })).toBeVisible()
  await page.goBack()
  const path = new URL(page.url()).pathname
  expect(await faultsOf(page, { path, settled: (on) => on.getByRole('heading', { name: 'Picture' }) })).toEqual([])
})

test('a cell of the cluster matrix opens its peers and the explanations tested', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(`${dataset}?by=cluster`)
  const first = page.getByRole('table', { name: 'Signals by cluster' }).getByRole('row').nth(2)
  await first.getByRole('cell').nth(4).getByRole('link').click()
  const panel = page.getByRole('complementary', { name: /^Volume cluster/ })
  await expect(panel.getByRole('list', { name: 'Peer groups' })).toContainText('among')
  await expect(panel.getByRole('heading', { name: 'Innocent explanations, tested' })).toBeVisible()
  expect(await faultsOf(page, { path: page.url(), settled: () => panel })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('a search shows what it finds, and is kept under a name that leads back to it', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(`${dataset}/explorer`)
  await page.getByLabel('Value').fill('reasoning')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.waitForURL(/prompt=reasoning/)
  const said = page.getByRole('status').filter({ hasText: /found in the .* that you may read/ })
  await expect(said).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rows of the log' })).toBeVisible()
  const open = page.getByRole('button', { name: 'Save filter' })
  await inDialog(page, { open, send: 'Save filter' }, (dialog) => dialog.getByLabel('Name').fill('Asks for reasoning'))
  await page.goto(`${dataset}/explorer`)
  const saved = page
    .getByRole('navigation', { name: 'Saved filters' })
    .getByRole('link', { name: 'Asks for reasoning' })
  await saved.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/prompt=reasoning/)
  await expect(saved).toHaveAttribute('aria-current', 'page')
  expect(await faultsOf(page, { path: page.url(), settled: () => said })).toEqual([])
  const remove = page.getByRole('button', { name: 'Remove a filter' })
  await inDialog(page, { open: remove, send: 'Remove “Asks for reasoning”' }, async () => {})
  await expect(saved).toHaveCount(0)
})

test('two accounts of a cluster are compared under one address', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(`${dataset}?by=cluster`)
  await page.getByRole('table', { name: 'Signals by cluster' }).getByRole('rowheader').first().getByRole('link').click()
  const members = page.locator('#members').getByRole('link')
  const [a, b] = await Promise.all([members.nth(0), members.nth(1)].map((link) => link.textContent()))
  await members.first().click()
  await page.getByRole('textbox', { name: 'Another account' }).fill(b ?? '')
  await page.getByRole('button', { name: 'Compare with it' }).click()
  await page.waitForURL((url) => url.searchParams.get('a') === a && url.searchParams.get('b') === b)
  await expect(page.getByRole('heading', { name: 'Shared attributes' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Clusters of both' })).toBeVisible()
})

test('the explorer shows chosen columns, previews by the space bar, and goes back a page', async ({ as }) => {
  const page = await as('analyst', { reducedMotion: 'reduce' })
  await page.goto(`${dataset}/explorer?columns=account,payment_ref,prompt`)
  await expect(page.getByRole('columnheader', { name: 'Payment ref' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Latency' })).toHaveCount(0)
  const first = page.getByRole('link', { name: /^Open row \d+$/ }).first()
  const opened = (await first.getAttribute('aria-label')) ?? ''
  await first.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: opened.replace('Open row', 'Row') })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: /^Row/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await page.waitForURL(/after=/)
  await page.getByRole('link', { name: 'Previous', exact: true }).click()
  await page.waitForURL(/before=/)
  await expect(first).toHaveAttribute('aria-label', opened)
})
