import { demonstration } from './demonstration'
import { expect, test } from './people-at-work'

test('the first press of Tab offers the way past the rail', async ({ as }) => {
  const page = await as('lead')
  await page.goto('/cases')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('Ctrl-K comes to the search from any page, and Enter finds the case', async ({ as }) => {
  const page = await as('lead')
  await page.goto('/terms')
  const search = page.getByRole('searchbox', { name: 'Search cases' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(search).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.type('university address')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('university address')
  await expect(page.getByRole('link', { name: demonstration.draft })).toBeVisible()
})

test('j and k walk the docket, and Enter opens the case', async ({ as }) => {
  const page = await as('lead')
  await page.goto('/cases?q=synthetic&sort=number')
  const [, body] = await page.getByRole('table', { name: 'Cases' }).getByRole('rowgroup').all()
  if (!body) throw new Error('the docket has no rows')
  const rows = body.getByRole('link')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first()).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.first()).toBeFocused()
  const title = (await rows.first().textContent())?.trim() ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('a row opens with Enter, c cites it, and Escape closes first the dialog and then the panel', async ({ as }) => {
  const page = await as('analyst')
  await page.goto('/cases')
  await page.getByRole('link', { name: demonstration.draft }).click()
  await page.getByRole('link', { name: /^Evidence/ }).click()
  await page.getByRole('table', { name: 'Evidence' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Open the dataset' }).click()
  await page.getByRole('link', { name: 'Explorer' }).click()
  const rows = page.getByRole('table', { name: 'Rows of the log' }).getByRole('link', { name: /^Open row/ })
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first()).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /^Row/ })
  await expect(panel).toBeVisible()
  const cite = page.getByRole('dialog', { name: 'Cite 1 row of this log' })
  await page.keyboard.press('c')
  await expect(cite).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cite).toBeHidden()
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})
