/** Keeps a time index beside each large dataset, so that its explorer opens pages by time quickly; derived from the dataset, and thrown away when in doubt. */

import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from '@/lib/custody/hex'
import { db } from '@/lib/platform/db'
import { readingEngine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { blobPath } from '@/lib/platform/storage'
import { writeTimeIndex } from '@/lib/signals/explorer/time-index'

/** Raised when the same dataset would give another index. */
const version = 1
/** Smaller datasets are read as quickly without one. */
const leastRows = 500_000

/** Where the indexes lie; each file begins with the hash of its dataset. */
export const timeIndexFolder = () => join(env.home, 'time-indexes')

/** Files that are being made begin with this and the process's id. */
export const unfinishedIndex = 'incoming-'

const pathOf = (hex: string) => join(timeIndexFolder(), `${hex}.${version}.parquet`)

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The path of a dataset's time index; null when there is none, or when the engine reads objects and could not see it. */
export async function timeIndexOf(hex: string): Promise<string | null> {
  if (env.clickHouse.objects) return null
  return (await isThere(pathOf(hex))) ? pathOf(hex) : null
}

type Large = { sha256: Uint8Array; rows: bigint | number }

/** Makes the time index of a stored dataset that is large enough and has none. A failure is logged: pages are only slower without. */
export async function prepareTimeIndex({ sha256, rows }: Large): Promise<void> {
  const to = pathOf(toHex(sha256))
  if (rows < leastRows || env.clickHouse.objects || (await isThere(to))) return
  const making = join(timeIndexFolder(), `${unfinishedIndex}${process.pid}-${randomUUID()}`)
  try {
    await mkdir(timeIndexFolder(), { recursive: true, mode: 0o700 })
    await writeTimeIndex(readingEngine(), { parquetPath: blobPath(sha256), to: making })
    await rename(making, to)
  } catch (err) {
    log.error({ err, dataset: toHex(sha256) }, 'the time index of a dataset could not be made')
  } finally {
    await rm(making, { force: true })
  }
}

/** The indexes of all datasets that have none, one after the other: those of before there were any, or of a restored backup. */
export async function prepareAllTimeIndexes(): Promise<void> {
  const select = { sha256: true, rows: true } as const
  const datasets = await db.dataset.findMany({ where: { rows: { gte: leastRows } }, select, orderBy: { id: 'asc' } })
  for (const dataset of datasets) await prepareTimeIndex(dataset)
}
