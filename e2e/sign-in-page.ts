/** What one does at the door. */

import type { Page } from '@playwright/test'

/** Opens the sign-in page and sends e-mail and password. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in')
  await sendPassword(page, { email, password })
}

/** Fills in the sign-in form that is open and sends it. */
export async function sendPassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
