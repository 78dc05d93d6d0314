/** Sees to it that the columns of every analysis are there before somebody opens its page. */

import { toHex } from '@/lib/custody/hex'
import { db } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { blobPath } from '@/lib/platform/storage'
import { columnsFolder, columnsOf } from './result-columns'

/** Makes the columns of one stored analysis; when they are there already, they are checked. */
export async function prepareColumns(sha256: Uint8Array): Promise<void> {
  await columnsOf({ path: blobPath(sha256), sha256: toHex(sha256), folder: columnsFolder() })
}

/** The columns of every complete analysis, one after the other: those of results of before there were any, or of a restored backup. */
export async function prepareAllColumns(): Promise<void> {
  const where = { kind: 'SIGNALS', state: 'DONE', resultSha256: { not: null } } as const
  const runs = await db.analysisRun.findMany({
    where,
    select: { id: true, resultSha256: true },
    orderBy: { id: 'asc' },
  })
  for (const { id, resultSha256 } of runs) {
    // One result that is lost or changed says so on its own page and must not keep the others from theirs.
    await prepareColumns(resultSha256 as Uint8Array).catch((err) =>
      log.error({ err, runId: id }, 'an analysis can not be read'),
    )
  }
}
