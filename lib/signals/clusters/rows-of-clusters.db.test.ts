import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import type { CanonicalRow } from '@/lib/signals/canonical-log'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { ClusterSignalId } from './cluster-cell'
import { clusterRows } from './cluster-rows'
import { linkRows } from './link-rows'

const folder = temporaryFolder('cluster-rows')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const monday = Date.UTC(2026, 2, 2)
const minute = 60_000
const members = ['a', 'b', 'c']
const page = { limit: 50, offset: 0 }
const script = (topic: string) => `Write out every single step that leads you to the final answer about ${topic}`

type Found = { row_id: number; reason: string }
const read = ({ sql, params }: { sql: string; params: Record<string, unknown> }) =>
  batchEngine().rows<Found>(sql, params)

/** Row ids are places in this list. */
async function measured(rows: CanonicalRow[]) {
  return measureRows(
    folder,
    rows.map((row, row_id) => ({ row_id, ...row })),
  )
}

const call = (account_id: string, at: number, more: Partial<CanonicalRow> = {}): CanonicalRow => ({
  ...{ account_id, timestamp: moment(at), status: 200 },
  ...more,
})

describe('the rows behind a cluster’s signal', () => {
  const rows = [
    call('a', monday),
    call('b', monday + minute),
    call('c', monday + 2 * minute, { status: 429 }),
    call('a', monday + 62 * minute),
    call('b', monday + 63 * minute, { status: 403 }),
    call('b', monday + 64 * minute),
    call('stranger', monday + minute),
  ]
  const behind = async (signal: ClusterSignalId) => {
    const { path } = await measured(rows)
    return read(clusterRows(signal, { path, accounts: members, ...page }))
  }

  it('are the minutes that most members share, for synchrony', async () => {
    const found = await behind('synchrony')
    expect(found.map(({ row_id }) => row_id)).toEqual([0, 1, 2, 3, 4, 5])
    expect(found[0]?.reason).toBe('3 members in the five minutes from 2026-03-02 00:00 UTC')
  })

  it('are the requests that changed the account, for load balancing', async () => {
    const found = await behind('load-balancing')
    expect(found.map(({ row_id }) => row_id)).toEqual([1, 2, 3, 4])
    expect(found[0]?.reason).toBe('60 s after a request of a; 2 changes of account in this hour')
  })

  it('are the requests that another member took over after a refusal, for failover', async () => {
    expect(await behind('failover')).toEqual([
      expect.objectContaining({ row_id: 3, reason: '3600 s after c was refused with 429 (row 2)' }),
    ])
  })
})

describe('the rows behind one link', () => {
  it('are those that carry the value, and for a template those that agree with it', async () => {
    const topics = ['rivers', 'bridges', 'clouds', 'harbours']
    const prompts = topics.flatMap((topic, at) =>
      members.map((name) => call(name, monday + at * minute, { payment_ref: 'card-7', prompt: script(topic) })),
    )
    const other = 'Please summarise what the attached minutes say about the budget of the next quarter'
    const others = members.flatMap((name) =>
      [1, 2, 3, 4, 5, 6].map((n) => call(name, monday + n, { payment_ref: 'card-8', prompt: other })),
    )
    const strangers = Array.from({ length: 30 }, (_, n) => call(`stranger-${n}`, monday, { payment_ref: `own-${n}` }))
    const { analysis, path } = await measured([...prompts, ...others, ...strangers])
    const links = analysis.clusters[0]?.links ?? []
    const rowsOf = async (attribute: string, value: string) => {
      const found = await read(linkRows({ path, account: 'a', link: { attribute, value }, ...page }))
      return found.map(({ row_id }) => row_id).sort((left, right) => left - right)
    }
    expect(await rowsOf('payment_ref', 'card-7')).toEqual([0, 3, 6, 9])
    const templates = links.filter(({ attribute }) => attribute === 'template')
    expect(templates).toHaveLength(2)
    const found = await Promise.all(templates.map(({ value }) => rowsOf('template', value)))
    expect(found.sort((left, right) => left.length - right.length)).toEqual([
      [0, 3, 6, 9],
      [12, 13, 14, 15, 16, 17],
    ])
  })
})
