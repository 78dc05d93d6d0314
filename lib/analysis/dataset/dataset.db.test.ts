import { beforeAll, describe, expect, it } from 'vitest'
import { requestSignals } from '@/lib/analysis/commands'
import { rowsBehind } from '@/lib/analysis/explorer/explorer-queries'
import { addFinding } from '@/lib/analysis/findings/finding-commands'
import { findingsForExport } from '@/lib/analysis/findings/finding-queries'
import { cite } from '@/lib/claims/citations'
import { makeClaim } from '@/lib/claims/commands'
import { connections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { analysedLog, type Made, makeSubject } from '@/tests/analysed-log'
import { clustersPage, matrixPage, signalPage } from './dataset-page'
import { datasetHead } from './dataset-queries'

let made: Made
beforeAll(async () => {
  made = await analysedLog()
  await makeSubject(made)
})

describe('from a log to a cited row', () => {
  it('is analysed by itself, and its result is on the pages', async () => {
    const { owner, number, datasetId } = made
    const { run, matrix, cell } = await matrixPage(
      owner,
      { number, id: datasetId },
      { signal: 'volume', account: 'campaign-0' },
    )
    expect(run).toMatchObject({ state: 'done', failure: null })
    expect(matrix?.columns.slice(0, 3).map(({ signal }) => signal)).toEqual(['volume', 'rhythm', 'templates'])
    expect(matrix?.missing).toContainEqual({ title: 'Address fan-in', why: 'The log has no addresses.' })
    expect(
      matrix?.rows
        .slice(0, 3)
        .map(({ account }) => account)
        .sort(),
    ).toEqual(['campaign-0', 'campaign-1', 'campaign-2'])
    expect(cell?.cell.headline).toMatch(/requests per active day/)
    expect(cell?.offer?.proposal.statement).toMatch(/error rate of this method is not established/)
    const { clusters, found, page } = await clustersPage(owner, { number, id: datasetId }, { page: '99' })
    expect({ found, page }).toEqual({ found: clusters.length, page: 1 })
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

describe('a run of signals', () => {
  it('fails with a sentence when its evidence was withdrawn, and is marked when it was complete', async () => {
    const { owner, number, datasetId, evidenceId, caseId } = await analysedLog()
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
