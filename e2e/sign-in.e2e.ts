import type { Page } from '@playwright/test'
import { accountOf } from './demonstration'
import { expect, test } from './people-at-work'
import { sendPassword, signIn } from './sign-in-page'

const refused = 'That e-mail and password do not go together. Check both and try again.'

test('after repeated failures one waits, and longer each time', async ({ page }) => {
  await page.goto('/sign-in')
  const nobody = { email: `nobody.${Date.now()}@demo.example`, password: 'not the password' }
  for (let attempt = 1; attempt <= 3; attempt++) {
    const answer = page.waitForResponse(/callback\/credentials/)
    await sendPassword(page, nobody)
    await answer
    await expect(page.getByRole('alert').filter({ hasText: refused })).toBeFocused()
  }
  const waits: number[] = []
  await expect(async () => {
    await sendPassword(page, nobody)
    const wait = page.getByRole('alert').filter({ hasText: 'Too many attempts. Try again in' })
    await expect(wait).toBeVisible({ timeout: 5_000 })
    waits.push(Number(/in (\d+) second/.exec((await wait.textContent()) ?? '')?.[1]))
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(3)
  }).toPass({ timeout: 30_000 })
})

test('whoever is not signed in is led to the door, wherever they knock', async ({ page }) => {
  for (const path of ['/', '/cases', '/queue', '/record', '/settings', '/terms', '/cases/TS-2026-00001']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in/)
  }
  expect((await page.request.get('/api/evidence/00000000-0000-4000-8000-000000000000/download')).status()).toBe(401)
})

test('an invited person chooses a password once and signs in with it', async ({ as, browser }) => {
  const admin = await as('admin')
  const email = `erin.${Date.now()}@demo.example`
  const password = 'four unrelated words again'
  await admin.goto('/settings')
  const link = await invite(admin, { name: 'Erin Invited', email, role: 'Analyst' })
  const erin = await (await browser.newContext()).newPage()
  await erin.goto(link)
  await expect(erin.getByRole('heading', { name: 'Welcome, Erin Invited' })).toBeVisible()
  await erin.getByLabel('New password').fill('short')
  await erin.getByRole('button', { name: 'Set the password' }).click()
  await expect(erin.getByRole('alert').filter({ hasText: 'at least 12 characters' })).toBeVisible()
  await erin.getByLabel('New password').fill(password)
  await erin.getByRole('button', { name: 'Set the password' }).click()
  await expect(erin.getByText('Your password is set. Sign in with it.')).toBeVisible()
  await sendPassword(erin, { email, password })
  await expect(erin.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible()
  await expect(erin.getByText('Signed in as Erin Invited').or(erin.getByText('Erin Invited')).first()).toBeVisible()
  await erin.goto(link)
  await expect(erin.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  await erin.context().close()
})

test('who signs out is out, in this browser and by the way back', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, accountOf('outsider'))
  await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible()
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/cases')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.context().close()
})

/** Invites a person on the settings page that is open, and gives the link that is shown once. */
async function invite(page: Page, { name, email, role }: Record<'name' | 'email' | 'role', string>): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Invite a person' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Invite a person' }).click({ timeout: 2_000 })
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Role').selectOption({ label: role })
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = page.getByRole('dialog', { name: 'The person is invited' }).getByText(/^http/)
  return (await link.textContent()) ?? ''
}
