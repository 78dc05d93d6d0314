import type { Page } from '@playwright/test'
import { faultsOf } from './page-faults'
import { expect, test } from './people-at-work'
import { walks } from './places'

test.describe.configure({ mode: 'parallel', timeout: 180_000 })

for (const [what, { part, places }] of Object.entries(walks)) {
  test(`${what} can be read by everybody, in light and dark, at a desk and on a phone`, async ({ as }) => {
    const page = await as(part, { reducedMotion: 'reduce' })
    const found: string[] = []
    for (const place of await places(page)) found.push(...(await faultsOf(page, place)))
    expect(found).toEqual([])
  })
}

test('so can the pages before the door', async ({ page }) => {
  const settled = (page: Page) => page.getByRole('heading', { level: 1 })
  for (const path of ['/sign-in', '/invitation/not-a-token', '/nowhere'])
    expect(await faultsOf(page, { path, settled })).toEqual([])
})
