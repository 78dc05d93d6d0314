import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fileCase } from './case-page'
import { addEvidence, chooseFile, expectEvidence } from './evidence-page'
import { expect, test } from './people-at-work'
import { liteLlmLog, longDocument, sampleFolder, shortDocument } from './samples'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const { folder, remove } = sampleFolder()
const facts = 'Filed to try how evidence comes in.'
let number: string

test.afterAll(remove)

/** A slow line: so many bytes a second upwards. Answers how to break it, and how to mend it. */
async function slowLine(page: Page, bytesPerSecond: number) {
  const session = await page.context().newCDPSession(page)
  const line = (offline: boolean) => ({ offline, latency: 0, downloadThroughput: -1, uploadThroughput: bytesPerSecond })
  const set = (offline: boolean) => session.send('Network.emulateNetworkConditions', line(offline))
  await set(false)
  return { cut: () => set(true), mend: () => set(false) }
}

test('an upload that was paused goes on after a reload from the byte that has arrived', async ({ as }) => {
  const page = await as('analyst')
  number = await fileCase(page, { title: 'An upload that stops half way (upload)', facts })
  const file = { ...longDocument(folder, 12), kind: 'Document' as const }
  await page.goto(`/cases/${number}/evidence`)
  await slowLine(page, 2 * 1024 * 1024)
  await chooseFile(page, file)
  const tray = page.getByRole('region', { name: 'Uploads' })
  const bar = tray.getByRole('progressbar')
  await expect.poll(() => bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(0)
  await tray.getByRole('button', { name: 'Pause' }).click()
  await expect(tray.getByRole('button', { name: 'Go on' })).toBeVisible()
  await page.reload()
  await expect(page.getByText('An upload stopped half way')).toBeVisible()
  const going = page.waitForRequest((request) => request.method() === 'PATCH' && /\/api\/uploads\//.test(request.url()))
  await chooseFile(page, file)
  expect(Number((await going).headers()['upload-offset'])).toBeGreaterThan(0)
  await expectEvidence(page, { name: file.name, state: 'Sealed' })
  await expect(page.getByText('An upload stopped half way')).toBeHidden()
})

test('an upload whose line breaks says so, and goes on by itself', async ({ as, complaints }) => {
  const page = await as('analyst')
  const file = { ...longDocument(folder, 9), kind: 'Document' as const }
  await page.goto(`/cases/${number}/evidence`)
  const line = await slowLine(page, 2 * 1024 * 1024)
  await chooseFile(page, file)
  const tray = page.getByRole('region', { name: 'Uploads' })
  await expect(tray.getByRole('button', { name: 'Pause' })).toBeVisible()
  await line.cut()
  await expect(tray.getByText('The server does not answer. Trying again')).toBeVisible()
  await line.mend()
  await expect(tray.getByText('Arrived')).toBeVisible({ timeout: 60_000 })
  // The browser says so too; nothing else may have gone wrong.
  for (const words of complaints.splice(0)) expect(words).toContain('ERR_INTERNET_DISCONNECTED')
})

test('a gateway’s log is read, and what could not be read is counted and handed out', async ({ as }) => {
  const page = await as('analyst')
  const log = liteLlmLog(folder)
  await addEvidence(page, number, { ...log, kind: 'Usage log', state: 'Sealed and read' })
  await page.getByRole('link', { name: log.name }).click()
  await expect(
    page
      .getByText(`${log.rows} rows`)
      .or(page.getByText(`${log.rows}; ${log.rejected} row rejected`))
      .first(),
  ).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as JSON lines' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.jsonl$/)
  await expect(page.getByText(/^litellm, reader/)).toBeVisible()
})

test('a file that is not what it is said to be is refused with a sentence', async ({ as }) => {
  const page = await as('analyst')
  await addEvidence(page, number, { ...shortDocument(folder), kind: 'Usage log', state: 'Refused' })
  await page.getByRole('link', { name: 'letter-synthetic.txt' }).click()
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'Upload it as a document, or export it again.' }),
  ).toBeVisible()
})

test('the original comes back to the byte, as an attachment', async ({ as }) => {
  const page = await as('analyst')
  await page.goto(`/cases/${number}/evidence`)
  await page.getByRole('link', { name: 'gateway-synthetic.jsonl' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download original' }).click()
  const bytes = readFileSync(await (await download).path())
  expect(bytes.equals(readFileSync(join(folder, 'gateway-synthetic.jsonl')))).toBe(true)
})
