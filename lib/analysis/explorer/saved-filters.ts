/** The filters that were kept for a log, within the actor's scope. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { mostFilters } from './filter-commands'

/** `query` is ready for the explorer's address. */
export type SavedFilterShown = { id: string; name: string; query: string; by: string; at: string }

/** By name. */
export async function savedFilters(actor: PersonActor, datasetId: string): Promise<SavedFilterShown[]> {
  const stored = await db.savedFilter.findMany({
    where: { datasetId, dataset: { case: within(actor) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { createdBy: { select: { name: true } } },
    take: mostFilters,
  })
  return stored.map(({ id, name, query, createdBy, createdAt }) => ({
    ...{ id, name, query, by: createdBy.name, at: createdAt.toISOString() },
  }))
}
