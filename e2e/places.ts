/** The addresses of every page that somebody can reach in the demonstration, each with what shows that it has settled. */

import type { Locator, Page } from '@playwright/test'
import type { Part } from './demonstration'
import { demonstration } from './demonstration'

export type Place = { path: string; settled: (page: Page) => Locator }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const plain = (path: string): Place => ({ path, settled: heading })

type Walk = { part: Part; places: (page: Page) => Promise<Place[]> }

/** Who walks where: the analyst everywhere, the others where they meet what the analyst does not. */
export const walks: Record<string, Walk> = {
  'what lies outside a case': {
    part: 'analyst',
    places: async (page) => [
      ...[
        '/cases',
        '/cases?q=nothing-like-it',
        '/cases/new',
        '/queue',
        '/terms',
        '/record',
        '/settings',
        '/settings/calibration',
      ].map(plain),
      ...(await hrefs(page, '/terms', /^\/terms\/versions\/[^/]+$/)).slice(0, 1).map(plain),
    ],
  },
  'a case that is submitted': { part: 'analyst', places: submittedCase },
  'a case that is written': { part: 'analyst', places: writtenCase },
  'a dataset and a comparison': { part: 'analyst', places: analyses },
  'what the lawyer decides on': {
    part: 'legal',
    places: (page) => inHarvest(page, ['', '/claims', '/review'], ['/terms/new']),
  },
  'what the lead sees': { part: 'lead', places: (page) => inHarvest(page, ['', '/review'], []) },
  'what the manager exports': { part: 'manager', places: (page) => inHarvest(page, ['/summary', '/people'], []) },
  'what the administrator sets': { part: 'admin', places: async () => ['/settings', '/cases', '/record'].map(plain) },
  'what the auditor reads': { part: 'auditor', places: (page) => inHarvest(page, ['/record'], ['/record']) },
}

async function inHarvest(page: Page, tabs: string[], others: string[]): Promise<Place[]> {
  const harvest = await caseAt(page, demonstration.harvest)
  return [...tabs.map((tab) => `${harvest}${tab}`), ...others].map(plain)
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

async function submittedCase(page: Page): Promise<Place[]> {
  const base = await caseAt(page, demonstration.harvest)
  const items = await hrefs(page, `${base}/evidence`, /\/evidence\/[0-9a-f-]{36}$/)
  const tabs = ['', '/claims', '/evidence', '/findings', '/review', '/record', '/summary'].map((tab) => `${base}${tab}`)
  return [...tabs, ...items.slice(0, 1)].map(plain)
}

async function writtenCase(page: Page): Promise<Place[]> {
  const base = await caseAt(page, demonstration.draft)
  const [subject] = await hrefs(page, base, /\/subjects\/[0-9a-f-]{36}$/)
  const tabs = ['', '/claims', '/edit', '/people', '/subjects/new', '/comparisons/new'].map((tab) => `${base}${tab}`)
  return [...tabs, `${subject}`, `${subject}/accounts`].map(plain)
}

async function analyses(page: Page): Promise<Place[]> {
  const base = await caseAt(page, demonstration.harvest)
  const paths = await hrefs(page, `${base}/findings`, /\/(datasets|comparisons)\/[0-9a-f-]{36}$/)
  const found: Place[] = []
  for (const path of paths) {
    found.push(plain(path))
    if (path.includes('/datasets/')) found.push(...datasetPages(path), ...(await linkedPages(page, path)))
  }
  return found
}

function datasetPages(base: string): Place[] {
  return [
    plain(`${base}/clusters`),
    plain(`${base}/accounts`),
    plain(`${base}/signals/volume`),
    { path: `${base}?by=cluster`, settled: (page) => page.getByRole('table', { name: 'Signals by cluster' }) },
    { path: `${base}/explorer`, settled: (page) => page.getByRole('table', { name: 'Rows of the log' }) },
    { path: `${base}/explorer?row=1`, settled: (page) => page.getByRole('complementary', { name: 'Row 1' }) },
  ]
}

/** The first cluster of a dataset, one of its accounts, and that account beside another; nothing where none are linked. */
async function linkedPages(page: Page, base: string): Promise<Place[]> {
  const [cluster] = await hrefs(page, `${base}/clusters`, /\/clusters\/[^/]+$/)
  if (!cluster) return []
  const members = await hrefs(page, cluster, /\/accounts\/view\?name=/)
  const [a, b] = members.map((href) => new URL(href, 'http://localhost').searchParams.get('name') ?? '')
  return [
    { path: cluster, settled: (page) => page.getByRole('heading', { name: 'Picture' }) },
    { path: `${members[0]}`, settled: (page) => page.getByRole('table', { name: 'Signals of the accounts' }) },
    {
      path: `${base}/compare?${new URLSearchParams({ a: a ?? '', b: b ?? '' })}`,
      settled: (page) => page.getByRole('heading', { name: 'Sentences of both' }),
    },
  ]
}

/** The path of the case with this title. */
export async function caseAt(page: Page, title: string): Promise<string> {
  await page.goto(`/cases?q=${encodeURIComponent(title.split(' (')[0] ?? '')}`)
  return (await page.getByRole('link', { name: title }).getAttribute('href')) ?? ''
}
