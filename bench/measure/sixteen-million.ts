/** A log of sixteen million rows and 24,000 accounts, from its way in to its clusters, each piece of work once: ratios and peak memory. */

import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEngine } from '@/lib/platform/engine-process'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import { measureLogs } from './logs'
import { step } from './progress'
import type { Figure } from './report'
import { signalSet } from './signals'

const accounts = 24_000
const generated = 2_000_000
/** Each copy has other times, ids and texts: this word stands at the end of every sentence. */
const words = ['', 'alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'gum']
const days = 28

/**
 * Figures of the whole log. It is one generation of two million rows and seven copies of it, since the generator would take many times as
 * long as the rest: a copy keeps its accounts and is 28 days later, with request ids and sentences of its own.
 */
export async function measureSixteenMillion({
  folder,
  ...options
}: LogOptions & { folder: string }): Promise<Figure[]> {
  const size = { ...options, accounts, rows: generated }
  const log = await step('a log of sixteen million rows', () => repeatedLog(folder, size))
  const labelled = { ...size, folder, once: true, signals: [signalSet('all')] }
  return await measureLogs({ ...labelled, log, rows: generated * words.length })
}

async function repeatedLog(folder: string, size: LogOptions): Promise<string> {
  const first = await benchLog(folder, size)
  const path = first.replace(/\.jsonl$/, `-times-${words.length}.jsonl`)
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  const dataDir = join(folder, 'copying')
  const { engine, stop } = await startEngine({ dataDir })
  try {
    await engine.run(
      `INSERT INTO FUNCTION file({to:String}, 'TSVRaw', 'line String') ${words.map(copySql).join(' UNION ALL ')}
       SETTINGS engine_file_truncate_on_insert = 1, max_threads = 1`,
      { to: `${path}.part`, from: first },
    )
    await rename(`${path}.part`, path)
  } finally {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return path
}

function copySql(word: string, copy: number): string {
  const lines = `file({from:String}, 'LineAsString', 'line String')`
  if (copy === 0) return `SELECT line FROM ${lines}`
  const later = `formatDateTime(parseDateTime64BestEffort(at, 3, 'UTC') + toIntervalDay(${copy * days}), '%Y-%m-%dT%H:%i:%S') || substring(at, 20)`
  const reworded = `replaceOne(replaceAll(line, '. ', ' ${word}. '), '"prompt":"', '"prompt":"${word} ')`
  return `SELECT replaceOne(replaceOne(${reworded}, at, ${later}), '"request_id":"', '"request_id":"${copy}')
    FROM (SELECT line, extract(line, '"timestamp":"([^"]+)"') AS at FROM ${lines})`
}
