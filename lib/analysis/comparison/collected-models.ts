/** Of the outputs that were compared, those that a collection of ours asked for: of whom, when, how, and where every response is. */

import { type CollectionRequest, readCollectionRequest } from '@/lib/collection/collection-request'
import { providerNames } from '@/lib/collection/schema'
import { toHex } from '@/lib/custody/hex'
import { db } from '@/lib/platform/db'

export type CollectedModel = {
  /** Of the outputs. */
  evidenceId: string
  request: CollectionRequest
  /** "OpenAI-compatible" */
  provider: string
  from: Date
  until: Date
  /** Where each response is kept as it came. */
  responses: { name: string; sha256: string }
}

/** Only for callers that came to these evidence items within the actor's scope. In the order of their ids. */
export async function collectedModels(evidenceIds: readonly string[]): Promise<CollectedModel[]> {
  const rows = await db.collection.findMany({
    where: { outputsId: { in: [...evidenceIds] } },
    orderBy: { outputsId: 'asc' },
    select: {
      ...{ outputsId: true, request: true, createdAt: true, finishedAt: true },
      responses: { select: { name: true, sha256: true } },
    },
  })
  return rows.flatMap(({ outputsId, responses, finishedAt, createdAt, ...row }) => {
    if (!outputsId || !responses?.sha256 || !finishedAt) return []
    const request = readCollectionRequest(row.request)
    return [
      {
        ...{ evidenceId: outputsId, request, from: createdAt, until: finishedAt },
        provider: providerNames[request.endpoint.provider],
        responses: { name: responses.name, sha256: toHex(responses.sha256) },
      },
    ]
  })
}
