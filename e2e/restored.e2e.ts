import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { cut, lost, oneByteOff, rewritten, whileAltered } from './altered-backup'
import { touchstone } from './command-line'
import { type Account, demonstration } from './demonstration'
import { type Installation, startInstallation } from './installation'
import { brokenBlobs } from './intake-facts'
import { caseAt } from './places'
import { downloadAll, pageAt, placesWithout, type Reading, readThrough } from './read-through'
import { signIn } from './sign-in-page'

test.describe.configure({ mode: 'serial', timeout: 400_000 })

/** Who reads what others do not: the administrator the people, the auditor the whole record. The lead sees every case. */
const others = { sam: ['/settings', '/record'], olga: ['/settings', '/record'] }

let folder: string
let backup: string
let installation: Installation
let home: string
let accounts: Account[]
let blobs: string[]
let head: string
let files: Record<string, string>
let before: Reading
const signedIn: Record<string, BrowserContext> = {}

const blobsOf = () => readdirSync(join(home, 'blobs/sha256'), { recursive: true }).map(String).sort()
const headOf = async () =>
  /^0: whole.*\nhead: (\d+:[0-9a-f]{64})\n$/.exec(await touchstone(home, 'record', 'verify'))?.[1]

const accountOf = (name: string): Account => {
  const account = accounts.find(({ email }) => email.startsWith(`${name}@`))
  if (!account) throw new Error(`The demonstration knows no ${name}.`)
  return account
}

async function comeIn(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: installation.address })
  await signedIn[name]?.close()
  signedIn[name] = context
  const page = await context.newPage()
  await signIn(page, accountOf(name))
  await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible()
  return page
}

const readerOf = (name: string): BrowserContext => signedIn[name] as BrowserContext
const requestOf = (name: string): APIRequestContext => readerOf(name).request

/** Every page that the lead can reach, and what others see of theirs. Reading makes no event, so nothing of it may differ. */
async function readAll(): Promise<Reading> {
  const { pages, files } = await readThrough(readerOf('ines'), ['/cases', '/queue', '/terms', '/record', '/settings'])
  for (const [name, paths] of Object.entries(others)) {
    const sheet = await readerOf(name).newPage()
    for (const path of paths) pages[`${name} at ${path}`] = await pageAt(sheet, path)
    await sheet.close()
  }
  return { pages, files }
}

/** One export of a case, whose file is not a blob of evidence. Tried again should the page not have been awake yet. */
async function exportSummary(page: Page): Promise<void> {
  const path = `${await caseAt(page, demonstration.approved)}/summary`
  const exported = page.locator('a[href^="/api/exports/"]').first()
  await expect(async () => {
    await page.goto(path)
    if (!(await exported.isVisible())) await page.getByRole('button', { name: 'Download PDF' }).click()
    await expect(exported).toBeVisible({ timeout: 15_000 })
  }).toPass()
}

test.beforeAll(async () => {
  test.setTimeout(400_000)
  folder = mkdtempSync(join(tmpdir(), 'touchstone-test-backup-'))
  backup = join(folder, 'backup')
  installation = await startInstallation({ demonstration: true })
  home = installation.home
  accounts = JSON.parse(readFileSync(join(home, 'demo-accounts.json'), 'utf8'))
})

test.afterAll(async () => {
  for (const context of Object.values(signedIn)) await context.close()
  await installation?.remove()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('an installation with three cases is read from end to end, and backed up while it runs', async ({ browser }) => {
  await exportSummary(await comeIn(browser, 'helen'))
  // Signing in is an event: everybody is in before anything is read.
  for (const name of ['ines', ...Object.keys(others)]) await comeIn(browser, name)
  before = await readAll()
  const paths = Object.keys(before.pages)
  expect(placesWithout(paths)).toEqual([])
  expect(paths.filter((path) => /^\/cases\/TS-[\d-]+$/.test(path))).toHaveLength(3)
  head = (await headOf()) ?? ''
  expect(await touchstone(home, 'backup', backup)).toContain(`head: ${head}`)
  blobs = blobsOf()
  // Each download is an event after the backup; the restored installation must not know of it.
  files = await downloadAll(requestOf('ines'), before.files)
  expect(await headOf()).not.toBe(head)
  await installation.stop()
  rmSync(home, { recursive: true })
})

const restoring = () => touchstone(home, 'restore', backup)

test('a backup that was cut or altered is refused by name, and nothing is made', async () => {
  const blob = `blobs/sha256/${blobs.filter((name) => name.length > 64)[0]}`
  const rows = 'database.jsonl.gz'
  const blows = [
    { file: blob, change: oneByteOff, said: `${blob} was cut or altered` },
    { file: rows, change: rewritten('Reasoning harvested', 'Reasoning borrowed'), said: `${rows} was cut or altered` },
    { file: rows, change: cut, said: `${rows} was cut or altered` },
    { file: 'manifest.json', change: lost, said: 'holds no whole backup: its manifest.json is missing' },
  ]
  for (const { file, change, said } of blows) {
    const words = await whileAltered({ folder: backup, file, change }, restoring)
    expect(words).toMatch(/^1: .*\n$/)
    expect(words).toContain(said)
    expect(existsSync(home)).toBe(false)
  }
})

test('restored, every page says what it said, to whoever was signed in, and every file has its hash', async () => {
  const words = await restoring()
  expect(words).toMatch(/^0: .*Restored the state of /s)
  expect(words).toContain(`head: ${head}\nblobs: every one is there and has its hash`)
  installation = await startInstallation({
    home,
    port: Number(new URL(installation.address).port),
    demonstration: true,
  })
  const { pages } = await readAll()
  expect(Object.keys(pages)).toEqual(Object.keys(before.pages))
  for (const [path, shown] of Object.entries(pages)) expect(shown, path).toBe(before.pages[path])
  expect(await headOf()).toBe(head)
  expect(blobsOf()).toEqual(blobs)
  expect(await brokenBlobs(home)).toEqual([])
  expect(await downloadAll(requestOf('ines'), before.files)).toEqual(files)
})

test('an installation that holds something is not restored over, whether it runs or not', async () => {
  expect(await restoring()).toMatch(/^1: Touchstone already runs over .*\n$/)
  await installation.stop()
  const before = await headOf()
  expect(await restoring()).toMatch(/^1: This installation .* is not empty\. .*\n$/)
  expect(await headOf()).toBe(before)
})

test('without the secrets, kept apart, everybody signs in anew with the same password', async ({ browser }) => {
  rmSync(home, { recursive: true })
  renameSync(join(backup, 'secrets'), join(folder, 'secrets-kept-apart'))
  expect(await restoring()).toMatch(/^0: .*Restored the state of /s)
  installation = await startInstallation({
    home,
    port: Number(new URL(installation.address).port),
    demonstration: true,
  })
  expect(installation.words()).not.toContain('Demonstration accounts')
  expect((await requestOf('ines').get('/cases')).url()).toContain('/sign-in')
  for (const { email } of accounts) await comeIn(browser, email.split('@')[0] ?? '')
})
