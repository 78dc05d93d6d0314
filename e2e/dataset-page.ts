/** What an analyst does with a read log: looks at signals, adds a finding, cites rows. */

import { expect, type Page } from '@playwright/test'
import { inDialog } from './form'

/** Opens the dataset of an evidence item by its links, and gives the path of the dataset. */
export async function openDataset(page: Page, number: string, name: string): Promise<string> {
  await page.goto(`/cases/${number}/evidence`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Open the dataset' }).click()
  await page.waitForURL(/\/datasets\/[0-9a-f-]+$/)
  return new URL(page.url()).pathname
}

/** Waits until the matrix of signals is there; the page reads itself anew while the analysis runs. */
export async function expectSignals(page: Page): Promise<void> {
  await expect(page.getByRole('table', { name: 'Signals by account' })).toBeVisible({ timeout: 120_000 })
}

/** Opens the panel of one account and signal, and adds it as a finding with the proposed words. */
export async function addSignalFinding(page: Page, dataset: string, { account, signal }: Record<string, string>) {
  await page.goto(`${dataset}?account=${encodeURIComponent(account ?? '')}&signal=${signal}`)
  const panel = page.getByRole('complementary')
  await expect(panel.getByText('Error rate: not established')).toBeVisible()
  await inDialog(
    page,
    { open: panel.getByRole('button', { name: 'Add as finding' }), send: 'Add finding' },
    async () => {},
  )
  await page.waitForURL(/\/findings/)
}

/** Filters the explorer by an account, chooses the first `count` rows, and cites them by the key `c`. */
export async function citeRows(page: Page, dataset: string, { account, count }: { account: string; count: number }) {
  await page.goto(`${dataset}/explorer`)
  await page.getByLabel('Column').selectOption({ label: 'account is' })
  await page.getByLabel('Value').fill(account)
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.waitForURL(/account_id=/)
  const boxes = page.getByRole('checkbox', { name: /^Choose row \d+$/ })
  for (let at = 0; at < count; at++) await boxes.nth(at).check()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Cite ${count} rows of this log` })
  const place = dialog.getByLabel('Claim or element that it supports')
  const first = await place.getByRole('option', { name: /1\. / }).first().textContent()
  await place.selectOption({ label: first ?? '' })
  await dialog.getByLabel('What it shows').fill('Requests for the reasoning behind finished answers')
  await dialog.getByRole('button', { name: 'Cite', exact: true }).click()
  await expect(page.getByText('Cited in the claim')).toBeVisible()
}

type Roles = { suspect: string; candidates: string[]; controls: string[] }

/** Asks for a comparison with these roles, waits for it, and adds it as a finding. */
export async function addComparisonFinding(page: Page, number: string, { suspect, candidates, controls }: Roles) {
  await page.goto(`/cases/${number}/findings`)
  await page.getByRole('link', { name: 'Compare models' }).click()
  await page.getByRole('radio', { name: `${suspect} is the suspect` }).check()
  for (const name of candidates) await page.getByRole('checkbox', { name: `${name} is a candidate` }).check()
  for (const name of controls) await page.getByRole('checkbox', { name: `${name} is a control` }).check()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const add = page.getByRole('button', { name: 'Add as finding' }).first()
  await expect(add).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(/pairs of known relation/).first()).toBeVisible()
  await inDialog(page, { open: add, send: 'Add finding' }, async () => {})
  await page.waitForURL(/\/findings/)
}
