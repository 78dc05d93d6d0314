/** How evidence comes in: choosing files, saying what they are, waiting until the server has sealed and read them. */

import { expect, type Page } from '@playwright/test'

type Chosen = { path: string; name: string; kind: 'Usage log' | 'Model outputs' | 'Document' }

/** Chooses a file on the evidence page and says what it is; the upload begins. */
export async function chooseFile(page: Page, { path, name, kind }: Chosen): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await (await chooser).setFiles(path)
  const dialog = page.getByRole('dialog', { name: 'What is this file?' })
  await dialog.getByLabel(`What ${name} is`).selectOption({ label: kind })
  await dialog.getByRole('button', { name: 'Upload the file' }).click()
  await expect(dialog).toBeHidden()
}

/** Adds one file as evidence of a case and waits until the list says `state` of it. */
export async function addEvidence(page: Page, number: string, file: Chosen & { state: string }): Promise<void> {
  await page.goto(`/cases/${number}/evidence`)
  await expect(page.getByRole('button', { name: 'Add evidence' })).toBeEnabled()
  await chooseFile(page, file)
  await expectEvidence(page, file)
}

/** Waits until the list of evidence says `state` of the item called `name`. */
export async function expectEvidence(page: Page, { name, state }: { name: string; state: string }): Promise<void> {
  const row = page.getByRole('table', { name: 'Evidence' }).getByRole('row').filter({ hasText: name })
  await expect(row.getByText(state, { exact: true })).toBeVisible({ timeout: 90_000 })
}
