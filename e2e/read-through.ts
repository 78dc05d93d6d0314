/** Reading an installation from end to end: every page as the server gives it, and every file that the pages offer, as its hash. */

import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { type APIRequestContext, type BrowserContext, expect, type Page } from '@playwright/test'

export type Reading = {
  /** What each page holds, by its path. */
  pages: Record<string, string>
  /** Addresses of the originals and exports that these pages offer. */
  files: string[]
}

/** Pages that are behind a menu or a filter, by the pages from which one goes there. */
const behindMenus: [RegExp, string[]][] = [
  [/^\/cases\/TS-[\d-]+$/, ['/people', '/summary']],
  [/\/subjects\/[0-9a-f-]{36}$/, ['/accounts']],
  [/\/datasets\/[0-9a-f-]{36}$/, ['/signals/volume', '/signals/linked-accounts']],
]

/** Pages that are of something behind the ?; of each kind the first that is met stands for the others. */
const ofSomething = /\/(clusters\/[^/]+\/rows|accounts\/view|compare)$/

/** Follows every link within the pages from `starts` on. Filters and places within a page, behind the ?, are not followed. */
export async function readThrough(reader: BrowserContext, starts: string[]): Promise<Reading> {
  const pages: Record<string, string> = {}
  const files = new Set<string>()
  const seen = new Map<string, string>()
  const ahead = [...starts]
  const sheet = await reader.newPage()
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (path in pages) continue
    const page = await pageAt(sheet, path)
    pages[path] = page
    for (const href of hrefsOf(page)) {
      if (/^\/api\/(evidence|exports)\//.test(href)) files.add(href)
      else if (!href.startsWith('/api/')) ahead.push(placeOf(href, seen))
    }
    for (const [pattern, more] of behindMenus) if (pattern.test(path)) ahead.push(...more.map((end) => path + end))
  }
  await sheet.close()
  return { pages, files: [...files].sort() }
}

/** Where a link leads: its path, or the first address met that has this path of something. */
function placeOf(href: string, seen: Map<string, string>): string {
  const path = href.replace(/[?#].*/, '')
  if (!ofSomething.test(path)) return path
  if (!seen.has(path)) seen.set(path, href.replace(/#.*/, ''))
  return seen.get(path) ?? path
}

/**
 * The body of a page as the server gives it, on lines of their own: words, marks, addresses and drawings. The server sends a page in
 * pieces, cut wherever it had to wait; so a blank sheet puts them together, with the page's own inline scripts and nothing else.
 */
export async function pageAt(sheet: Page, path: string): Promise<string> {
  const response = await sheet.request.get(path, { maxRedirects: 0 })
  expect(response.status(), path).toBe(200)
  await sheet.setContent(await response.text(), { waitUntil: 'domcontentloaded' })
  await sheet.waitForFunction(() => !document.querySelector('[id^="S:"], template[id^="B:"], template[id^="P:"]'))
  const body = await sheet.evaluate(() => {
    for (const script of document.querySelectorAll('body script')) script.remove()
    return document.body.outerHTML
  })
  return body.replace(/<!--.*?-->/gs, '').replaceAll('><', '>\n<')
}

function hrefsOf(page: string): string[] {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  return [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

/** SHA-256 in hex of each file as it is downloaded, by its address. */
export async function downloadAll(request: APIRequestContext, files: string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const file of files) {
    const response = await request.get(file)
    expect(response.status(), file).toBe(200)
    hashes[file] = createHash('sha256')
      .update(await response.body())
      .digest('hex')
  }
  return hashes
}

/**
 * The places of the product, as its routes name them, that none of these addresses is at. Forms for what does not exist yet are left
 * out, and single plans and collections, of which the demonstration has none.
 */
export function placesWithout(addresses: string[]): string[] {
  const paths = addresses.map((address) => address.replace(/\?.*/, ''))
  return readdirSync('app/(app)', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => `/${file.replace('/page.tsx', '')}`)
    .filter((route) => !/\/(new|edit|mapping|plans\/\[plan\]|collections\/\[id\])$/.test(route))
    .filter((route) => !paths.some((path) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`).test(path)))
}
