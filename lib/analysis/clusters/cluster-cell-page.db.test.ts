import { beforeAll, expect, it } from 'vitest'
import { matrixPage } from '@/lib/analysis/dataset/dataset-page'
import { analysedLog, type Made } from '@/tests/analysed-log'

let made: Made
let cluster = ''
const pageOf = ({ owner, number, datasetId }: Made, asked: Record<string, string>) =>
  matrixPage(owner, { number, id: datasetId }, { by: 'cluster', ...asked })

beforeAll(async () => {
  made = await analysedLog()
  cluster = (await pageOf(made, {})).clusters?.rows[0]?.id ?? ''
})

it('a cell of members has its value, percentile, peer groups, tested explanations and the members themselves', async () => {
  const { clusterCell } = await pageOf(made, { cluster, signal: 'volume' })
  if (clusterCell?.kind !== 'members') throw new Error('the cell is not of members')
  expect(clusterCell.headline).toBe('20 requests per active day')
  expect(clusterCell.of).toBe('Median of 3 members with a value.')
  expect(clusterCell.stands).toMatch(/^Median percentile [\d.]+ among their peers; members lie between /)
  expect(clusterCell.groups.reduce((sum, { members }) => sum + members, 0)).toBe(3)
  expect(clusterCell.explanations.map(({ name }) => name)).toContain('reseller')
  expect(clusterCell.explanations.some(({ outcome }) => outcome.because.startsWith('Of its 3 accounts'))).toBe(true)
  expect(clusterCell.members.map(({ account }) => account)).toEqual(['campaign-0', 'campaign-1', 'campaign-2'])
})

it('a cell of members without a percentile says why there is none', async () => {
  const { clusterCell } = await pageOf(made, { cluster, signal: 'templates' })
  expect(clusterCell).toMatchObject({ headline: '1 share of the top template', groups: [] })
  expect(clusterCell).toMatchObject({ stands: expect.stringContaining('Too few data: 3 peers') })
})

it('a cell of the cluster as one has what it is read against and every innocent explanation', async () => {
  const { clusterCell } = await pageOf(made, { cluster, signal: 'load-balancing' })
  if (clusterCell?.kind !== 'as one') throw new Error('the cell is not of the cluster as one')
  expect(clusterCell.explanations.map(({ name }) => name)).toEqual(
    clusterCell.view.innocentExplanations.map(({ name }) => name),
  )
  expect(clusterCell.offer?.findingKey).toBe(`cluster-signal:load-balancing:${cluster}`)
})

it('an address that names no cell opens none', async () => {
  expect((await pageOf(made, { cluster: 'none', signal: 'templates' })).clusterCell).toBeNull()
  expect((await pageOf(made, { cluster, signal: 'nonsense' })).clusterCell).toBeNull()
})
