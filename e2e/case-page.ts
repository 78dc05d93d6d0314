/** What an analyst does with a case: files it, names its subject, claims, answers, submits. */

import { expect, type Page } from '@playwright/test'
import { inDialog } from './form'

/** Files a case and gives its number. */
export async function fileCase(page: Page, { title, facts }: { title: string; facts: string }): Promise<string> {
  await page.goto('/cases')
  await page.getByRole('link', { name: 'File a case' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('What happened').fill(facts)
  await page.getByRole('button', { name: 'File the case' }).click()
  await page.waitForURL(/\/cases\/TS-\d{4}-\d{5}$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

type Subject = { name: string; models: string[] }

/** Adds a subject on the overview and stays on its page. */
export async function addSubject(page: Page, number: string, { name, models }: Subject): Promise<void> {
  await page.goto(`/cases/${number}`)
  await page.getByRole('link', { name: 'Add a subject' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Suspected models').fill(models.join('\n'))
  await page.getByRole('button', { name: 'Add the subject' }).click()
  await expect(page.getByRole('heading', { name: new RegExp(name) }).first()).toBeVisible()
}

/** Pastes identifiers into the subject that is open; the preview must count them before they are added. */
export async function pasteAccounts(page: Page, { lines, fresh }: { lines: string[]; fresh: number }): Promise<void> {
  await page.getByRole('link', { name: 'Add accounts' }).click()
  await page.getByLabel('Identifiers').fill(lines.join('\n'))
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText(`${fresh} new accounts`, { exact: true })).toBeVisible()
  await page.getByLabel('Why they are this subject’s').fill('One payment reference and one template link them.')
  await page.getByRole('button', { name: `Add ${fresh} accounts` }).click()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
}

type Claim = { clause: RegExp; statement: string; from: string; until: string }

/** Makes a claim on the first clause whose label matches. */
export async function makeClaim(page: Page, number: string, claim: Claim): Promise<void> {
  await page.goto(`/cases/${number}/claims`)
  const open = page.getByRole('button', { name: 'Make a claim' })
  await inDialog(page, { open, send: 'Make the claim' }, async (dialog) => {
    const clause = dialog.getByLabel('Clause')
    const label = await clause.getByRole('option', { name: claim.clause }).first().textContent()
    await clause.selectOption({ label: label ?? '' })
    await dialog.getByLabel('Statement of conduct').fill(claim.statement)
    await dialog.getByLabel('First day').fill(claim.from)
    await dialog.getByLabel('Last day').fill(claim.until)
  })
  await expect(page.getByRole('article').getByText(claim.statement)).toBeVisible()
}

/** Answers every innocent explanation that is not answered yet. */
export async function answerExplanations(page: Page, number: string, answer: string): Promise<void> {
  await page.goto(`/cases/${number}/claims`)
  const unanswered = page.getByRole('button', { name: 'Answer', exact: true })
  await expect(unanswered.first()).toBeVisible()
  for (let left = await unanswered.count(); left > 0; left--) {
    await inDialog(page, { open: unanswered.first(), send: 'Save the answer' }, async (dialog) => {
      await dialog.getByRole('radio', { name: 'Ruled out', exact: true }).check()
      await dialog.getByLabel('What was checked, and what it showed').fill(answer)
    })
    await expect(unanswered).toHaveCount(left - 1)
  }
}

/** The mark of the state in the head of the case. */
export async function expectState(page: Page, number: string, state: string): Promise<void> {
  await page.goto(`/cases/${number}`)
  await expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible()
}
