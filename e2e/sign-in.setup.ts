/** Signs everybody of the demonstration in once, so that no other test waits for a sign-in that it is not about. */

import { expect, test } from '@playwright/test'
import { accountOf, parts, sessionOf } from './demonstration'
import { signIn } from './sign-in-page'

for (const part of parts) {
  test(`the ${part} signs in`, async ({ page }) => {
    await signIn(page, accountOf(part))
    await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible()
    await page.context().storageState({ path: sessionOf(part) })
  })
}
