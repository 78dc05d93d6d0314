import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './people-at-work'
import { addressesOf, type Place } from './places'

test.describe.configure({ timeout: 180_000 })

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

for (const part of ['analyst', 'legal', 'lead', 'manager', 'admin', 'auditor'] as const) {
  test(`every page of the ${part} can be read by everybody, in light and dark, at a desk and on a phone`, async ({
    as,
  }) => {
    const page = await as(part, { reducedMotion: 'reduce' })
    const found: string[] = []
    for (const place of await addressesOf(page, part)) found.push(...(await faultsOf(page, place)))
    expect(found).toEqual([])
  })
}

test('so can the pages before the door', async ({ page }) => {
  const settled = (page: Page) => page.getByRole('heading', { level: 1 })
  for (const path of ['/sign-in', '/invitation/not-a-token', '/nowhere'])
    expect(await faultsOf(page, { path, settled })).toEqual([])
})

async function faultsOf(page: Page, { path, settled }: Place): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize(desk)
  await page.goto(path)
  await expect(settled(page)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await objections(page)).map((words) => `${path}, ${colorScheme}: ${words}`))
  }
  await page.setViewportSize(phone)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (over > 0) found.push(`${path} is ${over} pixels wider than a phone`)
  return found
}

/** What axe objects to, with where it is. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  )
}
