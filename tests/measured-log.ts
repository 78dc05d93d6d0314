/** Hand-made logs measured as a whole: what each signal says of each account, and why where it says nothing. */

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { batchEngine } from '@/lib/platform/engine'
import { analyseLogs } from '@/lib/signals/analyse-logs'
import { type CanonicalRow, writeCanonicalLog } from '@/lib/signals/canonical-log'
import type { Brought } from '@/lib/signals/references/analysed-reference'
import type { SignalId } from '@/lib/signals/signal-definition'

type Options = { threads?: number } & Brought

/** A moment as canonical rows write it: milliseconds since 1970. */
export const moment = (at: number) => new Date(at).toISOString().replace('T', ' ').replace('Z', '')

/** Measures `parts` as the datasets of one log, each written to `folder` as given. */
export async function measureParts(folder: string, parts: CanonicalRow[][], options: Options = {}) {
  const engine = batchEngine()
  const datasets = await Promise.all(
    parts.map(async (rows, index) => {
      const path = join(folder, `${randomUUID()}.parquet`)
      await writeCanonicalLog(engine, path, rows)
      return { path, file: `part-${index}`, format: 'canonical', sha256: '00', rows: rows.length, rejected: 0 }
    }),
  )
  const analysis = await analyseLogs({ engine, datasets, ...options })
  return {
    analysis,
    path: datasets[0]?.path ?? '',
    cell: (account: string, signal: SignalId) =>
      analysis.ranked.find((one) => one.account === account)?.signals[signal],
    why: (signal: SignalId) => analysis.signals.find(({ id }) => id === signal)?.why ?? null,
  }
}

/** The same for a log of one dataset. */
export function measureRows(folder: string, rows: CanonicalRow[], options: Options = {}) {
  return measureParts(folder, [rows], options)
}
