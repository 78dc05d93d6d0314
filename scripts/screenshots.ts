/**
 * Takes the pictures of the README from a running installation with its demonstration, at 1440 by 900 in light:
 *
 *   npx tsx scripts/screenshots.ts [address, http://localhost:3000] [data folder, .touchstone]
 *
 * It writes docs/images/case-overview.png and docs/images/signals.png, and says how large they are.
 */

import { readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { obtainBrowser } from './browser'
import { endWith, Refusal } from './refusal'

const folder = 'docs/images'
const largest = 300 * 1024

const [, , address = 'http://localhost:3000', home = '.touchstone'] = process.argv

try {
  const browser = await chromium.launch({ executablePath: obtainBrowser() })
  const page = await browser.newPage({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  await mkdir(folder, { recursive: true })
  await signIn(page)
  await page.getByRole('link', { name: /^Reasoning harvested/ }).click()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await shoot(page, 'case-overview')
  await page.getByRole('link', { name: /^Evidence/ }).click()
  await page
    .getByRole('table', { name: 'Evidence' })
    .getByRole('link', { name: /^usage-/ })
    .click()
  await page.getByRole('link', { name: 'Open the dataset' }).click()
  await page.getByRole('table', { name: 'Signals by account' }).waitFor()
  await shoot(page, 'signals')
  await browser.close()
} catch (error) {
  endWith(error)
}

async function signIn(page: Page): Promise<void> {
  const accounts = JSON.parse(readFileSync(join(home, 'demo-accounts.json'), 'utf8')) as Record<string, string>[]
  const reviewer = accounts.find(({ role }) => role === 'Legal reviewer')
  if (!reviewer) throw new Refusal(`There is no demonstration in ${home}. Start Touchstone with it first.`)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(reviewer.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(reviewer.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`)
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled' })
  const { size } = statSync(path)
  console.log(`${path}: ${Math.round(size / 1024)} KiB`)
  if (size > largest) throw new Refusal(`${path} is larger than ${largest / 1024} KiB. Show less of the page.`)
}
