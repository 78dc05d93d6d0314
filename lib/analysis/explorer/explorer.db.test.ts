import { beforeAll, describe, expect, it } from 'vitest'
import { accountsPage } from '@/lib/analysis/dataset/account-queries'
import { datasetHead } from '@/lib/analysis/dataset/dataset-queries'
import { db } from '@/lib/platform/db'
import { draftCase, somebody } from '@/tests/analysed-case'
import { analysedLog, confession, longEnding, type Made, makeSubject, secret } from '@/tests/analysed-log'
import { downloadRows } from './downloads'
import { explorerView, rowsBehind } from './explorer-queries'
import { searchLines } from './search-lines'
import { unmaskAccount } from './unmask-commands'

let made: Made
beforeAll(async () => {
  made = await analysedLog()
  await makeSubject(made)
})

/** What a search says last, as the page is told it. */
async function lastNews(params: Record<string, string>) {
  const { signal } = new AbortController()
  let last: unknown = null
  for await (const news of await searchLines(made.owner, { id: made.datasetId, params, signal })) last = news
  return last
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text()
}

describe('the text of customers who are not the subject', () => {
  const bakery = (params: Record<string, string>) => {
    const { owner, number, datasetId } = made
    return explorerView(owner, { number, id: datasetId }, params)
  }

  it('is not in the page: only its length', async () => {
    const { lines, detail, count } = await bakery({ account: 'bakery-3', row: '63' })
    expect(count).toBe(1)
    expect(lines[0]).toMatchObject({ isMasked: true, prompt: { text: null, length: expect.any(Number) } })
    expect(JSON.stringify({ lines, detail })).not.toContain('innocent bakery')
    const subjects = await bakery({ account: 'campaign-0' })
    expect(subjects.lines[0]?.prompt.text).toContain(confession)
  })

  it('cannot be guessed by searching', async () => {
    expect(await lastNews({ prompt: 'innocent bakery' })).toMatchObject({ found: 0, lines: null, isDone: true })
    expect(await lastNews({ prompt: confession })).toMatchObject({ found: 20, searched: 20, of: 20, isDone: true })
    expect(await lastNews({ prompt: confession, account: 'campaign-1' })).toMatchObject({ found: 0, of: 0 })
  })

  it('is not in the rows behind a signal, nor in a download', async () => {
    const { owner, number, datasetId } = made
    const head = await datasetHead(owner, { number, id: datasetId })
    for (const signal of ['volume', 'rhythm', 'templates', 'reasoning-elicitation', 'response-chaining'] as const) {
      const rows = await rowsBehind(owner, head, { signal, account: 'bakery-3' })
      expect(JSON.stringify(rows)).not.toContain('innocent bakery')
    }
    const { bytes } = await downloadRows(owner, { id: datasetId, params: {} })
    const csv = await textOf(bytes)
    expect(csv).not.toContain('innocent bakery')
    expect(csv).toContain(confession)
    expect(csv.split('\r\n')).toHaveLength(1 + 101 + 1)
    expect(csv).toContain(longEnding)
  })

  it('is shown to whoever gives a reason, and to nobody else', async () => {
    const { owner, number, caseId, datasetId } = made
    const reason = 'Its payment reference appears in the campaign.'
    await unmaskAccount(owner, { number, account: 'bakery-0', reason })
    await expect(unmaskAccount(owner, { number, account: 'bakery-0', reason })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await db.event.count({ where: { caseId, type: 'account.unmasked' } })).toBe(1)
    const { lines } = await bakery({ account: 'bakery-0' })
    expect(lines[0]?.prompt.text).toContain(secret)
    expect((await bakery({ account: 'bakery-1' })).lines[0]?.isMasked).toBe(true)
    const lead = await somebody('LEAD')
    const others = await explorerView(lead, { number, id: datasetId }, { account: 'bakery-0' })
    expect(others.lines[0]?.isMasked).toBe(true)
    const { lines: accounts } = await accountsPage(owner, { number, id: datasetId }, { q: 'bakery-0' })
    expect(accounts).toMatchObject([{ account: 'bakery-0', rows: 2, readable: 'unmasked' }])
  })

  it('is unmasked by analysts, leads and legal reviewers of the case alone', async () => {
    const form = { number: made.number, account: 'bakery-9', reason: 'Because it must be read.' }
    for (const role of ['MANAGER', 'AUDITOR'] as const) {
      await expect(unmaskAccount(await somebody(role), form)).rejects.toMatchObject({ code: 'forbidden' })
    }
    for (const role of ['ANALYST', 'ADMIN'] as const) {
      await expect(unmaskAccount(await somebody(role), form)).rejects.toMatchObject({ code: 'not-found' })
    }
    for (const role of ['LEAD', 'LEGAL'] as const) await unmaskAccount(await somebody(role), form)
  })
})

describe('the explorer', () => {
  it('shows hidden characters as marks and hands out no formula', async () => {
    const { owner, number, datasetId } = made
    const { lines } = await explorerView(owner, { number, id: datasetId }, { account: 'bakery-0', sort: '-time' })
    expect(lines[0]?.prompt.text).toContain('⟦U+202E⟧')
    const { name, bytes } = await downloadRows(owner, { id: datasetId, params: { account: 'bakery-0' }, limit: 1 })
    expect(name).toBe('march-first-1-of-2-rows.csv')
    const csv = await textOf((await downloadRows(owner, { id: datasetId, params: { account: 'bakery-0' } })).bytes)
    expect(csv).toContain(`"'=HYPERLINK`)
    await bytes.cancel()
  })

  it('says which filter it could not use, and hands out nothing under it', async () => {
    const { owner, number, datasetId } = made
    const params = { status_from: '1); DROP TABLE x; --', model: "m-1' OR 1=1 --" }
    const { address, count } = await explorerView(owner, { number, id: datasetId }, params)
    expect(address.problems).toHaveLength(1)
    expect(count).toBe(0)
    await expect(downloadRows(owner, { id: datasetId, params })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('begins at the first page for a place that is none, and says so', async () => {
    const { owner, number, datasetId } = made
    const { address, lines } = await explorerView(owner, { number, id: datasetId }, { after: 'x' })
    expect(address.problems).toEqual([expect.stringContaining('this is the first page')])
    expect(lines[0]?.rowId).toBe(0)
  })

  it('leaves a search of texts to go on beside the page', async () => {
    const { owner, number, datasetId } = made
    const view = await explorerView(owner, { number, id: datasetId }, { prompt: confession })
    expect(view).toMatchObject({ isSearch: true, lines: [], count: null })
  })

  it('is of this case alone', async () => {
    const other = await draftCase()
    const elsewhere = { number: other.number, id: made.datasetId }
    await expect(explorerView(other.owner, elsewhere, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(explorerView(made.owner, elsewhere, {})).rejects.toMatchObject({ code: 'not-found' })
    const { signal } = new AbortController()
    const search = searchLines(other.owner, { id: made.datasetId, params: { prompt: 'a' }, signal })
    await expect(search).rejects.toMatchObject({ code: 'not-found' })
    await expect(downloadRows(other.owner, { id: made.datasetId, params: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(explorerView(made.owner, { number: made.number, id: 'x' }, {})).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
