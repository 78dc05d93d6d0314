/** Values that a filter of the explorer could take, within the actor's scope. */

import { datasetHead } from '@/lib/analysis/dataset/dataset-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { equalColumns } from '@/lib/signals/explorer/explorer-filter'
import { type SuggestedValue, suggestedValues } from '@/lib/signals/explorer/explorer-values'

const longestPart = 200

/** None for a column that is searched or has bounds instead of values. */
export async function valuesOfColumn(
  actor: PersonActor,
  id: string,
  { column, part }: { column: string; part: string },
): Promise<SuggestedValue[]> {
  const { sha256 } = await datasetHead(actor, { id })
  const known = equalColumns.find((name) => name === column)
  if (!known) return []
  const parquetPath = blobPath(Buffer.from(sha256, 'hex'))
  return suggestedValues(
    { engine: interactiveEngine(), parquetPath },
    { column: known, part: part.slice(0, longestPart) },
  )
}
