/** The addresses of every page that somebody can reach in the demonstration, each with what shows that it has settled. */

import type { Locator, Page } from '@playwright/test'
import type { Part } from './demonstration'
import { demonstration } from './demonstration'

export type Place = { path: string; settled: (page: Page) => Locator }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const plain = (path: string): Place => ({ path, settled: heading })

/** What the part can do that others cannot is on these; the analyst walks everything. Found by walking: numbers and ids differ. */
export async function addressesOf(page: Page, part: Part): Promise<Place[]> {
  const general = ['/cases', '/queue', '/terms', '/record', '/settings'].map(plain)
  if (part === 'analyst')
    return [
      ...general,
      plain('/cases?q=nothing-like-it'),
      plain('/cases/new'),
      ...(await termsPages(page)),
      ...(await casePages(page)),
    ]
  if (part === 'admin') return [...general, plain('/terms/new')]
  const harvest = await caseAt(page, demonstration.harvest)
  return [...general, ...['', '/review', '/people', '/summary'].map((tab) => plain(`${harvest}${tab}`))]
}

async function hrefs(page: Page, path: string, pattern: RegExp): Promise<string[]> {
  await page.goto(path)
  await heading(page).waitFor()
  const all = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
  return [...new Set(all.filter((href) => pattern.test(href)))]
}

async function termsPages(page: Page): Promise<Place[]> {
  const versions = await hrefs(page, '/terms', /^\/terms\/versions\/[^/]+$/)
  return versions.slice(0, 1).map(plain)
}

async function casePages(page: Page): Promise<Place[]> {
  const base = await caseAt(page, demonstration.harvest)
  const draft = await caseAt(page, demonstration.draft)
  const tabs = ['', '/claims', '/evidence', '/findings', '/review', '/record', '/people', '/summary']
  const subjects = await hrefs(page, base, /\/subjects\/[0-9a-f-]{36}$/)
  const items = await hrefs(page, `${base}/evidence`, /\/evidence\/[0-9a-f-]{36}$/)
  const analyses = await hrefs(page, `${base}/findings`, /\/(datasets|comparisons)\/[0-9a-f-]{36}$/)
  return [
    ...tabs.map((tab) => plain(`${base}${tab}`)),
    ...['', '/claims', '/edit', '/subjects/new', '/comparisons/new'].map((tab) => plain(`${draft}${tab}`)),
    ...[...subjects, ...subjects.map((path) => `${path}/accounts`), ...items.slice(0, 1), ...analyses].map(plain),
    ...analyses.filter((path) => path.includes('/datasets/')).flatMap(datasetPages),
  ]
}

function datasetPages(base: string): Place[] {
  return [
    plain(`${base}/clusters`),
    plain(`${base}/accounts`),
    plain(`${base}/signals/volume`),
    { path: `${base}/explorer`, settled: (page) => page.getByRole('table', { name: 'Rows of the log' }) },
    { path: `${base}/explorer?row=1`, settled: (page) => page.getByRole('complementary', { name: 'Row 1' }) },
  ]
}

/** The path of the case with this title. */
export async function caseAt(page: Page, title: string): Promise<string> {
  await page.goto(`/cases?q=${encodeURIComponent(title.split(' (')[0] ?? '')}`)
  return (await page.getByRole('link', { name: title }).getAttribute('href')) ?? ''
}
