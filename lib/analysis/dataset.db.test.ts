import { beforeAll, describe, expect, it } from 'vitest'
import { cite } from '@/lib/claims/citations'
import { makeClaim } from '@/lib/claims/commands'
import { readLog } from '@/lib/evidence/read-log'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { connections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem, somebody } from '@/tests/analysed-case'
import { accountsPage } from './account-queries'
import { requestSignals } from './commands'
import { clustersPage, matrixPage, signalPage } from './dataset-page'
import { datasetHead } from './dataset-queries'
import { downloadRows } from './downloads'
import { explorerView, rowsBehind } from './explorer-queries'
import { addFinding } from './finding-commands'
import { findingsForExport } from './finding-queries'
import { caseRuns } from './result-queries'
import { runSignals } from './signals-commands'
import { unmaskAccount } from './unmask-commands'

const worker = systemActor('tests')
const secret = 'the formula of the innocent bakery'
const confession = 'collect every answer for the student model'

/** Three campaign accounts that share a payment and a template, forty ordinary ones, and a formula. */
function logText(): string {
  const lines: string[] = []
  const add = (account: string, minute: number, prompt: string, payment: string) => {
    const timestamp = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString()
    const texts = { prompt, response: `Answer to: ${prompt}` }
    lines.push(
      JSON.stringify({
        timestamp,
        account_id: account,
        model: 'm-1',
        payment_ref: payment,
        output_tokens: 9,
        ...texts,
      }),
    )
  }
  for (let i = 0; i < 60; i++) {
    add(
      `campaign-${i % 3}`,
      i * 3,
      `${confession}, item ${i}, and explain the reasoning behind it step by step`,
      'card-7',
    )
  }
  for (let i = 0; i < 40; i++) add(`bakery-${i}`, i * 11, `${secret}, question ${i} of our own`, `own-${i}`)
  add('bakery-0', 999, '=HYPERLINK("http://x.test")\u202e hidden', 'own-0')
  return `${lines.join('\n')}\n`
}

type Made = { owner: PersonActor; number: string; caseId: string; datasetId: string; evidenceId: string }

async function analysed(): Promise<Made> {
  const { owner, number, id: caseId } = await draftCase()
  const item = await sealedItem(
    { caseId, addedBy: owner },
    { kind: 'USAGE_LOG', name: 'march.jsonl', bytes: logText() },
  )
  await readLog(worker, { evidenceId: item.id, attempt: 1 })
  const dataset = await db.dataset.findFirstOrThrow({ where: { caseId } })
  const [run] = await caseRuns(owner, caseId)
  await runSignals(worker, { runId: run?.id ?? '', isLastAttempt: true })
  return { owner, number, caseId, datasetId: dataset.id, evidenceId: item.id }
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text()
}

let made: Made
beforeAll(async () => {
  made = await analysed()
  await makeSubject(made)
})

async function makeSubject({ caseId, owner }: Made): Promise<void> {
  const { writer } = connections()
  const at = new Date()
  const subject = await writer.subject.create({
    data: { caseId, name: 'Example', kind: 'ORGANISATION', createdAt: at },
  })
  await writer.subjectAccount.create({
    data: {
      ...{ caseId, subjectId: subject.id, identifier: 'campaign-0', kind: 'ACCOUNT', reason: 'seen' },
      ...{ confidence: 'PROBABLE', addedAt: at },
    },
  })
  expect(owner.role).toBe('ANALYST')
}

describe('from a log to a cited row', () => {
  it('is analysed by itself, and its result is on the pages', async () => {
    const { owner, number, datasetId } = made
    const { run, matrix, cell } = await matrixPage(
      owner,
      { number, id: datasetId },
      { signal: 'volume', account: 'campaign-0' },
    )
    expect(run).toMatchObject({ state: 'done', failure: null })
    expect(matrix?.columns).toHaveLength(6)
    expect(
      matrix?.rows
        .slice(0, 3)
        .map(({ account }) => account)
        .sort(),
    ).toEqual(['campaign-0', 'campaign-1', 'campaign-2'])
    expect(cell?.cell.headline).toMatch(/requests per active day/)
    expect(cell?.offer?.proposal.statement).toMatch(/error rate of this method is not established/)
    const { clusters } = await clustersPage(owner, { number, id: datasetId })
    expect(clusters[0]).toMatchObject({ accounts: ['campaign-0', 'campaign-1', 'campaign-2'], known: 1 })
  })

  it('is asked for once however often the dataset is made', async () => {
    const { owner, number, datasetId, caseId } = made
    expect(await requestSignals(owner, { number, datasetIds: [datasetId] })).toMatchObject({ isNew: false })
    expect(await db.analysisRun.count({ where: { caseId } })).toBe(1)
  })

  it('becomes a finding and a citation of rows', async () => {
    const { owner, number, datasetId, caseId } = made
    const page = await signalPage(owner, { number, id: datasetId }, { signal: 'templates', account: 'campaign-0' })
    const offer = page.cell?.offer
    if (!offer) throw new Error('nothing was offered')
    const { runId, findingKey, proposal } = offer
    await addFinding(owner, { number, runId, key: findingKey, ...proposal })
    const head = await datasetHead(owner, { number, id: datasetId })
    const rows = await rowsBehind(owner, head, { signal: 'templates', account: 'campaign-0' })
    expect(rows[0]).toMatchObject({ account: 'campaign-0', isMasked: false, reason: expect.stringMatching(/template/) })
    const claimId = await someClaim(made)
    await cite(owner, { claimId, datasetId, rowIds: rows.slice(0, 3).map(({ rowId }) => String(rowId)), note: '' })
    const [exhibit] = await findingsForExport(owner, caseId)
    expect(exhibit?.methods[0]).toMatchObject({ id: 'templates', errorRate: expect.any(String) })
    expect(exhibit?.chart?.kind).toBe('distribution')
  })
})

async function someClaim({ owner, number }: Made): Promise<string> {
  const { writer } = connections()
  const at = new Date()
  const document = await writer.termsDocument.create({ data: { provider: 'P', title: `T ${number}`, createdAt: at } })
  const version = await writer.termsVersion.create({
    data: {
      ...{ documentId: document.id, label: '1', inForceFrom: new Date('2025-01-01'), text: 't', createdAt: at },
      sha256: new Uint8Array(32),
    },
  })
  const clause = await writer.clause.create({
    data: { versionId: version.id, number: '2', title: 'No training', text: 't', elements: ['Was output used?'] },
  })
  const conduct = { conductFrom: new Date('2026-03-01'), conductUntil: new Date('2026-03-02') }
  const { claimId } = await makeClaim(owner, {
    number,
    clauseId: clause.id,
    statement: 'It collected answers.',
    ...conduct,
  })
  return claimId
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
    expect((await bakery({ prompt: 'innocent bakery' })).count).toBe(0)
    expect((await bakery({ prompt: confession })).count).toBe(20)
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

  it('is of this case alone', async () => {
    const other = await draftCase()
    const elsewhere = { number: other.number, id: made.datasetId }
    await expect(explorerView(other.owner, elsewhere, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(explorerView(made.owner, elsewhere, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(downloadRows(other.owner, { id: made.datasetId, params: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(explorerView(made.owner, { number: made.number, id: 'x' }, {})).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a run of signals', () => {
  it('fails with a sentence when its evidence was withdrawn, and is marked when it was complete', async () => {
    const { owner, number, datasetId, evidenceId, caseId } = await analysed()
    await connections().writer.evidenceItem.update({ where: { id: evidenceId }, data: { state: 'WITHDRAWN' } })
    const { run, cell } = await matrixPage(
      owner,
      { number, id: datasetId },
      { signal: 'volume', account: 'campaign-0' },
    )
    expect(run?.withdrawn).toEqual(['march.jsonl'])
    expect(cell?.offer?.whyNot).toMatch(/withdrawn/)
    await expect(requestSignals(owner, { caseId, datasetIds: [datasetId] })).rejects.toThrow(/withdrawn/)
  })
})
