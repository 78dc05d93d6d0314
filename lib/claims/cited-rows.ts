/** A citation of rows is only of rows that are there. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { interactiveEngine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import { found } from '@/lib/platform/policy'
import { blobPath } from '@/lib/platform/storage'

/** Throws `invalid-input` when one of `rowIds` is not in the dataset. Engine work: call it outside of a change. */
export async function mustHoldRows(
  actor: PersonActor,
  { datasetId, rowIds }: { datasetId: string; rowIds: string[] },
): Promise<void> {
  const { sha256 } = found(
    await db.dataset.findFirst({ where: { id: datasetId, case: within(actor) }, select: { sha256: true } }),
    'dataset',
  )
  const wanted = [...new Set(rowIds)]
  const [held] = await interactiveEngine().rows<{ rows: string }>(
    `SELECT toString(count()) AS rows FROM file({path:String}, 'Parquet') WHERE row_id IN (SELECT toUInt64(arrayJoin({ids:Array(String)})))`,
    { path: blobPath(sha256), ids: wanted },
  )
  if (Number(held?.rows) === wanted.length) return
  throw new AppError('invalid-input', 'One of these rows is not in the dataset. Choose the rows again in its explorer.')
}
