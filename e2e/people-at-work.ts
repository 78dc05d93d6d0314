/** Browsers of signed-in people, each of which fails its test when the page complains in its console. */

import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Part, sessionOf } from './demonstration'

type As = (part: Part, options?: BrowserContextOptions) => Promise<Page>

/** `as('legal')` gives a page in which the lawyer is signed in; `complaints` collects what any page said in its console. */
export const test = base.extend<{ as: As; complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: the first argument of a fixture must be a pattern
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints).toEqual([])
  },
  as: async ({ browser, complaints }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (part, options) => {
      const context = await browser.newContext({ ...options, storageState: sessionOf(part) })
      contexts.push(context)
      const page = await context.newPage()
      listen(page, complaints)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

/** Errors of scripts, and whatever the browser calls an error: refused resources, broken rules of the content policy. */
export function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // A page that is not there is what some tests look for; the browser calls its status an error.
    const isPage = message.text().includes('status of 404') && !/_rsc=|\/api\/|\/_next\//.test(message.location().url)
    if (message.type() !== 'error' || isPage) return
    complaints.push(`${page.url()}: ${message.text()}`)
  })
}

export { expect }
