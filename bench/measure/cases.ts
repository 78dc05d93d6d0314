/** Measures pages of the docket at 100,000 cases and 1,000,000 events against the same page of an empty installation. */

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { migrate } from '@/scripts/migrate'
import { startThrowaway } from '@/scripts/throwaway-database'
import { fillCases } from './fill-cases'
import type { Figure } from './report'

const run = promisify(execFile)
const limitRatio = 3
const pages = fileURLToPath(new URL('page-times.ts', import.meta.url))

export async function measureCases({ cases = 100_000, eventCount = 1_000_000 } = {}): Promise<Figure[]> {
  const server = await startThrowaway()
  try {
    const timesOf = async (name: string, size: { cases: number; eventCount: number }) => {
      const ownerUrl = await server.create(name)
      const appUrl = server.cluster.url('touchstone_app', new URL(ownerUrl).password, name)
      await migrate({ ownerUrl, appUrl })
      await fillCases(ownerUrl, size)
      return pageTimes(appUrl)
    }
    const empty = await timesOf('bench_empty', { cases: 0, eventCount: 0 })
    const full = await timesOf('bench_full', { cases, eventCount })
    return Object.entries(full).flatMap(([page, milliseconds]) => {
      const base = empty[`${page.split(' ')[0]} first`] ?? Number.NaN
      const note = `${milliseconds.toFixed(1)} ms, empty ${base.toFixed(1)} ms`
      return [
        {
          part: 'cases',
          what: `docket, ${page} page, to an empty one`,
          value: milliseconds / base,
          unit: '×',
          limit: limitRatio,
          note,
        },
      ]
    })
  } finally {
    await server.stop()
  }
}

/** Times in a process of its own, since the database is named by the environment alone. */
async function pageTimes(appUrl: string): Promise<Record<string, number>> {
  const env = { NODE_ENV: 'production' as const, TOUCHSTONE_APP_URL: appUrl }
  const { stdout } = await run(process.execPath, ['--import', 'tsx', pages], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>
}
