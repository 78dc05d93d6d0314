/** What is wrong with a page for those who cannot see it well, or see it on a phone. */

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Place } from './places'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** What axe objects to in light and dark at a desk, and what is cut off on a phone; the page is left on the phone, in dark. */
export async function faultsOf(page: Page, { path, settled }: Place): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize(desk)
  await page.goto(path)
  await expect(settled(page)).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  found.push(...(await objections(axeOn(page))))
  await page.emulateMedia({ colorScheme: 'dark' })
  // The dark page differs in nothing but its colours.
  found.push(...(await objections(axeOn(page).withRules(['color-contrast']))).map((words) => `dark, ${words}`))
  await page.setViewportSize(phone)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (over > 0) found.push(`${path} is ${over} pixels wider than a phone`)
  return found
}

/** Axe was compiled against the types of another version of Playwright; the page it drives is the same. */
function axeOn(page: Page): AxeBuilder {
  const axe = new AxeBuilder({ page: page as unknown as ConstructorParameters<typeof AxeBuilder>[0]['page'] })
  // Our pages hold no frames, so all of it can be done within the page; what passes is not described, which takes longest.
  axe.setLegacyMode().options({ resultTypes: ['violations'] })
  // Rows and entries after the first few repeat them, and checking each would take minutes.
  return axe
    .exclude('tbody tr:nth-child(n+8)')
    .exclude('main li:nth-child(n+10)')
    .exclude('article ~ article ~ article')
}

/** What axe objects to, with where it is. */
async function objections(axe: AxeBuilder): Promise<string[]> {
  const { violations, url } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${url} ${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  )
}
