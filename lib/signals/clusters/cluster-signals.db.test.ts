import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { CanonicalRow } from '@/lib/signals/canonical-log'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'

const folder = temporaryFolder('clusters')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const monday = Date.UTC(2026, 2, 2)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Whole numbers below `below` that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const call = (account_id: string, at: number, more: Partial<CanonicalRow> = {}): CanonicalRow => ({
  ...{ account_id, timestamp: moment(at), status: 200, payment_ref: `card of ${account_id}` },
  ...more,
})

/** Accounts that have nothing in common, of quite different sizes. */
function ordinary(): CanonicalRow[] {
  return Array.from({ length: 30 }, (_, a) => {
    const draw = numbers(a)
    return Array.from({ length: 10 + a * 6 }, () =>
      call(`ordinary-${a}`, monday + draw(10) * day + draw(86_400) * 1000),
    )
  }).flat()
}

/** What makes accounts a cluster: one payment and one network. */
const shared = { payment_ref: 'card-7', ip: '203.0.113.9' }
const members = ['one', 'two', 'three', 'four', 'five']

async function cluster(rows: CanonicalRow[]) {
  const { analysis } = await measureRows(folder, [...ordinary(), ...rows])
  expect(analysis.clusters).toHaveLength(1)
  return { signals: analysis.clusters[0]?.signals, summaries: analysis.cluster_signals }
}

describe('a cluster as one', () => {
  it('has one clock when its members are busy in the same minutes of different days', async () => {
    const draw = numbers(7)
    const moments = Array.from({ length: 60 }, (_, i) => monday + Math.floor(i / 6) * day + draw(288) * 5 * minute)
    const together = members.flatMap((name) => moments.map((at) => call(name, at, shared)))
    const { signals, summaries } = await cluster(together)
    expect(signals?.synchrony.value).toBeCloseTo(1, 10)
    expect(signals?.synchrony.p).toBe(1 / 1000)
    expect(summaries?.find(({ id }) => id === 'synchrony')?.flagged).toBe(1)
  })

  it('has none when they only keep the same hours', async () => {
    const draw = numbers(8)
    const alike = members.flatMap((name) =>
      Array.from({ length: 60 }, (_, i) =>
        call(name, monday + (i % 10) * day + 9 * hour + draw(36) * 5 * minute, shared),
      ),
    )
    const { signals } = await cluster(alike)
    expect(signals?.synchrony.p).toBeGreaterThan(0.05)
    expect(signals?.synchrony.measures.members_compared).toBe(5)
  })

  it('is dealt out by a scheduler when members take turns', async () => {
    const turns = Array.from({ length: 200 }, (_, i) => call(members[i % 5] ?? '', monday + i * 5 * minute, shared))
    const { signals } = await cluster(turns)
    expect(signals?.['load-balancing']).toMatchObject({ value: 1, p: 1 / 1000, measures: { switch_share: 1 } })
    expect(signals?.['load-balancing'].measures.switch_share_by_chance).toBeCloseTo(0.8, 10)
    // One request in each five minutes: no variance at all.
    expect(signals?.['load-balancing'].measures.dispersion_within_hours).toBe(0)
  })

  it('takes over what a banned member loses', async () => {
    const ban = monday + 4 * day
    const steady = members.flatMap((name, m) =>
      Array.from({ length: 8 * 24 }, (_, h) => {
        const at = monday + h * hour + m * minute
        if (m > 0) return Array.from({ length: at >= ban ? 5 : 4 }, (_, i) => call(name, at + i * 9 * minute, shared))
        if (at > ban) return []
        return at === ban
          ? [call(name, at, { ...shared, status: 403 })]
          : [0, 1, 2, 3].map((i) => call(name, at + i * 9 * minute, shared))
      }).flat(),
    )
    const fresh = Array.from({ length: 20 }, (_, i) => call('replacement', ban + 12 * hour + i * hour, shared))
    const { signals } = await cluster([...steady, ...fresh])
    const failover = signals?.failover
    expect(failover?.measures).toMatchObject({ stops: 1, bans: 1, stops_followed: 1, lost: 96, joined_after_ban: 1 })
    expect(failover?.measures.gained).toBe(96 + 13)
    expect(failover?.value).toBeCloseTo(109 / 96, 10)
  })

  it('says why when nobody was stopped, or the log has no statuses', async () => {
    const turns = Array.from({ length: 200 }, (_, i) => call(members[i % 5] ?? '', monday + i * 5 * minute, shared))
    expect((await cluster(turns)).signals?.failover).toMatchObject({
      value: null,
      why: expect.stringMatching(/No member was/),
    })
    const silent = [...ordinary(), ...turns].map((row) => ({ ...row, status: null }))
    const { analysis } = await measureRows(folder, silent)
    expect(analysis.cluster_signals?.find(({ id }) => id === 'failover')?.why).toBe(
      'The log has no statuses of requests.',
    )
  })
})
