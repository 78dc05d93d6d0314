/** What is done to any form and dialog. */

import { expect, type Locator, type Page } from '@playwright/test'

/** Opens a dialog by its button, lets `fill` fill it in, sends it by its verb, and waits until it has closed. */
export async function inDialog(
  page: Page,
  { open, send }: { open: Locator; send: string },
  fill: (dialog: Locator) => Promise<unknown>,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  // Before the page has come to life a press does nothing.
  await expect(async () => {
    await open.click({ timeout: 2_000 })
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await fill(dialog)
  await dialog.getByRole('button', { name: send, exact: true }).click()
  await expect(dialog).toBeHidden()
}
