import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import { readReleases } from './brought/release-calendar'
import type { CanonicalRow } from './canonical-log'

const folder = temporaryFolder('arrivals')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

/** `count` requests of an account from `at` on, one a minute. */
const calls = (account_id: string, count: number, at: number, more: Partial<CanonicalRow> = {}): CanonicalRow[] =>
  Array.from({ length: count }, (_, i) => ({ account_id, timestamp: moment(at + i * minute), ...more }))

/** Requests on each of thirty days, as many as `sizeOf` says. */
const month = (account: string, sizeOf: (day: number) => number, more: Partial<CanonicalRow> = {}) =>
  Array.from({ length: 30 }, (_, d) => calls(account, sizeOf(d), start + d * day + 9 * hour, more)).flat()

describe('an account that arrives at full rate', () => {
  const signedUp = { account_created_at: moment(start + 9 * hour) }
  const log = [
    ...month('finished', () => 20, signedUp),
    ...month('learning', (d) => (d < 3 ? 2 : 20), signedUp),
    ...month('old', () => 20, { account_created_at: moment(start - 90 * day) }),
    ...month('unknown', () => 20),
    ...month('gone', (d) => (d < 4 ? 20 : 0), signedUp),
  ]

  it('has its later level from the first days, and one that learns has a tenth of it', async () => {
    const { cell } = await measureRows(folder, log)
    expect(cell('finished', 'no-ramp')).toMatchObject({ value: 1, measures: { days_to_full: 0, later_level: 20 } })
    expect(cell('learning', 'no-ramp')).toMatchObject({ value: 0.1, measures: { days_to_full: 3, early_level: 2 } })
  })

  it('is not judged when the log does not show its beginning or its later days', async () => {
    const { cell } = await measureRows(folder, log)
    expect(cell('old', 'no-ramp')).toMatchObject({ value: null, why: expect.stringMatching(/signed up before/) })
    expect(cell('unknown', 'no-ramp')).toMatchObject({ value: null, why: expect.stringMatching(/first request is/) })
    expect(cell('gone', 'no-ramp')).toMatchObject({ value: null, why: expect.stringMatching(/on 0 of days 8 to 30/) })
  })
})

describe('an account at its rate limit', () => {
  const at = (seconds: number, status: number, account_id = 'rider'): CanonicalRow => ({
    ...{ account_id, status, timestamp: moment(start + seconds * second) },
  })
  /** In each of four minutes ten admitted and then one refused; then five refusals that wait 1, 2, 4 and 8 seconds. */
  const rider = [
    ...[0, 1, 2, 3].flatMap((m) => [
      ...Array.from({ length: 10 }, (_, i) => at(60 * m + i, 200)),
      at(60 * m + 30, 429),
    ]),
    ...[600, 601, 603, 607, 615].map((seconds) => at(seconds, 429)),
  ]
  const calm = Array.from({ length: 20 }, (_, i) => at(i * 90, i < 3 ? 500 : 200, 'calm'))

  it('is refused with 429, stays near its ceiling, and waits twice as long each time', async () => {
    const { cell } = await measureRows(folder, [...rider, ...calm])
    const riding = cell('rider', 'limit-riding')
    expect(riding?.value).toBeCloseTo(9 / 49, 10)
    expect(riding?.measures).toMatchObject({ throttled: 9, ceiling: 10, near_ceiling_share: 0.8 })
    // The last 429 of the minutes, 600 and 601 are in a row too: their wait shrinks.
    expect(riding?.measures.doubling_share).toBeCloseTo(3 / 4, 10)
    expect(cell('calm', 'limit-riding')).toMatchObject({ value: 0, measures: { ceiling: null, doubling_share: null } })
  })

  it('can not be told where only answered requests were logged', async () => {
    const { why } = await measureRows(folder, calls('a', 30, start, { status: 200 }))
    expect(why('limit-riding')).toMatch(/only successful requests/)
  })
})

describe('an account that follows a release', () => {
  const release = start + 2 * day
  const around = (account: string, onNew: number, of: number) => [
    ...calls(account, of, release - 5 * hour, { model: 'old-1' }),
    ...calls(account, onNew, release + hour, { model: 'new-1' }),
    ...calls(account, of - onNew, release + 3 * hour, { model: 'old-1' }),
  ]
  const log = [
    ...calls('early', 30, start, { model: 'old-1' }),
    ...around('mover', 20, 40),
    ...around('stayer', 0, 40),
    ...around('taster', 8, 40),
    ...around('quiet', 1, 2),
    ...calls('early', 30, release + 3 * day, { model: 'new-1' }),
  ]
  const releases = readReleases('model,released_at\nnew-1,2026-03-04T00:00:00Z\n')

  it('moves its share in a day, beside that of the others', async () => {
    const { cell } = await measureRows(folder, log, { releases })
    expect(cell('mover', 'new-model-pivot')).toMatchObject({
      value: 0.5,
      measures: { change: 0.5, requests_after: 40 },
    })
    expect(cell('mover', 'new-model-pivot')?.measures.difference).toBeCloseTo(0.5 - 9 / 82, 10)
    expect(cell('stayer', 'new-model-pivot')?.value).toBe(0)
    expect(cell('quiet', 'new-model-pivot')).toMatchObject({ value: null, why: expect.stringMatching(/2 requests/) })
  })

  it('can not be told without a calendar, or when no release lies in the log', async () => {
    expect((await measureRows(folder, log)).why('new-model-pivot')).toMatch(/No calendar/)
    const later = { releases: [{ model: 'new-1', releasedAt: start + 90 * day }] }
    expect((await measureRows(folder, log, later)).why('new-model-pivot')).toMatch(/No release of the calendar/)
  })
})

describe('a calendar of releases', () => {
  it('is lines of model and time, and says which line is not', () => {
    expect(readReleases('orion-3,2026-03-18\n\n')).toEqual([{ model: 'orion-3', releasedAt: Date.UTC(2026, 2, 18) }])
    expect(() => readReleases('orion-3,2026-03-18\norion-4,soon')).toThrow(/Line 2 of the release calendar/)
    expect(() => readReleases('orion-3,2026-03-18T09:00:00')).toThrow(/time with its zone/)
  })
})
