/** Signs everybody of the demonstration in once, by the address that the form uses, so that no other test waits for a sign-in. */

import { expect, test } from '@playwright/test'
import { accountOf, parts, sessionOf } from './demonstration'

for (const part of parts) {
  test(`the ${part} signs in`, async ({ request }) => {
    const { email, password } = accountOf(part)
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    await request.post('/api/auth/callback/credentials', { form: { email, password, csrfToken, json: 'true' } })
    expect((await request.get('/cases', { maxRedirects: 0 })).status()).toBe(200)
    await request.storageState({ path: sessionOf(part) })
  })
}
