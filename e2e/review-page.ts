/** What the lawyer and the lead do on the review tab. */

import { expect, type Page } from '@playwright/test'
import { inDialog } from './form'

/** The whole hash over which the reviewer is asked to decide; the page writes its start, and the rest on hover. */
export async function shownSnapshot(page: Page): Promise<string> {
  const title = await page.getByText('You decide over snapshot').locator('code').getAttribute('title')
  return title?.split(' ').at(-1) ?? ''
}

/** Takes the review of a case from the queue. */
export async function takeReview(page: Page, number: string): Promise<void> {
  await page.goto('/queue')
  const queue = page.getByRole('table', { name: 'Cases that wait for a decision' })
  await queue.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await page.waitForURL(`**/cases/${number}/review`)
  await page.getByRole('button', { name: 'Take the review' }).first().click()
  await expect(page.getByRole('heading', { name: 'Decide', exact: true })).toBeVisible()
}

/** Approves what is shown and gives the hash that was shown. */
export async function approve(page: Page): Promise<string> {
  const hash = await shownSnapshot(page)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const open = page.getByRole('button', { name: 'Approve', exact: true })
  await inDialog(page, { open, send: 'Approve' }, async () => {})
  // An earlier approval may stand in the list of decisions already.
  await expect(page.getByRole('heading', { name: 'Decide', exact: true })).toBeHidden()
  await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible()
  return hash
}

/** The lead's action after an approval. */
export async function carryOut(page: Page, number: string, notice: string): Promise<void> {
  await page.goto(`/cases/${number}/review`)
  await page.getByLabel('Action').selectOption({ label: 'End access' })
  await page.getByLabel('Notice to the subject').fill(notice)
  await page.getByRole('button', { name: 'Carry out the action' }).click()
  await expect(page.getByRole('heading', { name: 'Close the case' })).toBeVisible()
  await expect(page.getByText(notice, { exact: true })).toBeVisible()
  // The notice stays the notice: the form that comes into its place starts empty.
  await expect(page.getByLabel('Closing note')).toHaveValue('')
}
