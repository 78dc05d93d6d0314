import { beforeAll, describe, expect, it } from 'vitest'
import { clusterPage } from '@/lib/analysis/clusters/cluster-queries'
import { clusterRowsPage } from '@/lib/analysis/clusters/cluster-rows'
import { valuesOfColumn } from '@/lib/analysis/explorer/explorer-suggestions'
import { analysedLog, confession, type Made, makeSubject, secret } from '@/tests/analysed-log'
import { absentAccounts, accountPage, comparePage } from './account-page'
import { clustersPage, matrixPage } from './dataset-page'
import { datasetOverview } from './overview-page'

let made: Made
beforeAll(async () => {
  made = await analysedLog()
  await makeSubject(made)
})

const key = () => ({ number: made.number, id: made.datasetId })

describe('what an analyst sees of a log', () => {
  it('is a cluster with its picture, and the rows of each link, no text of others among them', async () => {
    const { clusters } = await clustersPage(made.owner, key())
    const id = clusters[0]?.id ?? ''
    const page = await clusterPage(made.owner, key(), id)
    expect(page.network?.nodes.map(({ label }) => label)).toEqual(['campaign-0', 'campaign-1', 'campaign-2'])
    expect(page.explanations.length).toBeGreaterThan(0)
    const link = page.cluster.links.find(({ attribute }) => attribute === 'payment_ref')
    const rows = await clusterRowsPage(
      made.owner,
      { ...key(), cluster: id },
      { attribute: 'payment_ref', value: link?.value },
    )
    expect(rows.members).toEqual(['campaign-0', 'campaign-1', 'campaign-2'])
    expect(JSON.stringify(rows.rows.filter(({ account }) => account !== 'campaign-0'))).not.toContain(confession)
    expect(
      (await clusterRowsPage(made.owner, { ...key(), cluster: id }, { signal: 'load-balancing' })).rows.length,
    ).toBeGreaterThan(0)
  })

  it('is one account, and two beside each other', async () => {
    expect((await accountPage(made.owner, key(), 'campaign-0')).matrix?.row.cells.length).toBeGreaterThan(0)
    const page = await comparePage(made.owner, key(), { a: 'campaign-0', b: 'campaign-1' })
    expect(page.values).toContainEqual(expect.objectContaining({ kind: 'payment_ref', value: 'card-7', accounts: 3 }))
    expect(page.templates).toHaveLength(1)
    expect(page.together).toHaveLength(1)
    const bakeries = await comparePage(made.owner, key(), { a: 'bakery-0', b: 'bakery-1' })
    expect(JSON.stringify(bakeries)).not.toContain(secret)
  })

  it('is no account that the log does not have, so that a slip of the pen shares nothing with nobody', async () => {
    expect(await absentAccounts(made.owner, key(), ['campaign-0', 'campaign-O', "x' OR 1"])).toEqual([
      'campaign-O',
      "x' OR 1",
    ])
    await expect(accountPage(made.owner, key(), 'campaign-O')).rejects.toThrow(/no such account in this log/)
  })

  it('is its time line, and the accounts of a chosen span', async () => {
    const { head } = await matrixPage(made.owner, key(), {})
    const { counts, course } = await datasetOverview(made.owner, head, {})
    expect(counts).toEqual({ requests: 101, models: 1, accounts: 43 })
    expect(course?.bins.reduce((sum, { requests }) => sum + requests, 0)).toBe(101)
    const { matrix } = await matrixPage(made.owner, key(), { from: '2026-03-01T16:00Z', until: '2026-03-01T17:00Z' })
    expect(matrix?.rows.map(({ account }) => account)).toEqual(['bakery-0'])
    const { clusters } = await matrixPage(made.owner, key(), { by: 'cluster' })
    expect(clusters?.rows[0]?.cells.length).toBe((clusters?.asOne.length ?? 0) + (clusters?.columns.length ?? 0))
    expect(await valuesOfColumn(made.owner, made.datasetId, { column: 'payment_ref', part: 'card' })).toEqual([
      { value: 'card-7', rows: 60 },
    ])
  })
})
