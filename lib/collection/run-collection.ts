/** One slice of a collection: goes on from what is on disk, asks for a quarter of an hour, and says in the record what it kept. */

import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { formatAmount } from '@/lib/platform/format-number'
import { progressNote } from '@/lib/platform/progress'
import type { Collection, ModelEndpoint } from '@/prisma/generated/client'
import { askAll, type Ending } from './ask-all'
import { type CollectionRequest, readCollectionRequest } from './collection-request'
import { runCollectionJob } from './jobs'
import { registeredPrompts } from './registered-prompts'
import { Tally } from './response-line'
import { keptLines, prefixHash, ResponseLog, removeResponses, responsePath, wholeBytes } from './response-log'
import { givenUpFor, type Patience, patience } from './retry-rules'
import { sealCollection } from './seal-collection'
import { openKey } from './sealed-key'

const sliceMs = 15 * 60_000
const largestResponse = 32 * 1024 ** 2

type Row = Collection & { endpoint: ModelEndpoint }

/** Tests run with less patience. */
export type Pace = { patience: Omit<Patience, 'attempts'>; sliceMs: number }
const usualPace: Pace = { patience, sliceMs }

/**
 * Goes on with a collection that is under way; one that is paused or done is left alone. May be killed anywhere and run again: an
 * answer that was kept is never asked for again. Ends in `later` (a further slice is queued), a pause with its reason, or the seal.
 */
export async function runCollection(
  actor: SystemActor,
  { collectionId }: { collectionId: string },
  pace: Pace = usualPace,
): Promise<void> {
  const row = await db.collection.findUnique({ where: { id: collectionId }, include: { endpoint: true } })
  const progress = progressNote(collectionId)
  try {
    if (row?.state === 'RUNNING') await settle(actor, row, await ask(row, pace, progress.note))
    else if (row?.state === 'ENDING')
      await sealCollection(actor, row, await registeredPrompts(readCollectionRequest(row.request).prompts))
    // A kill between the seal and the removal leaves a file that the store has long since.
    else if (row?.state === 'DONE') await removeResponses(row.id)
  } finally {
    await progress.end()
  }
}

type Note = ReturnType<typeof progressNote>['note']

async function ask(row: Row, pace: Pace, note: Note): Promise<Ending> {
  const request = readCollectionRequest(row.request)
  try {
    await mustBeWhole(row)
    await mustStand(request)
    const prompts = await registeredPrompts(request.prompts)
    const tally = new Tally(row.round)
    for await (const line of keptLines(responsePath(row.id))) tally.take(line)
    const log = await ResponseLog.open(row.id)
    const step = () =>
      note({ step: `Asking ${row.model}`, done: tally.answered, total: prompts.length, unit: 'prompts' })
    step()
    try {
      return await askAll({
        ...(await way(row, request)),
        ...{ request, round: row.round, prompts, tally, sliceMs: pace.sliceMs },
        patience: { ...pace.patience, attempts: request.pace.attempts },
        isWanted: async () => (await db.collection.count({ where: { id: row.id, state: 'RUNNING' } })) > 0,
        keep: async (line) => {
          await log.add(line)
          step()
        },
      })
    } finally {
      await log.close()
    }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'paused', why: error.publicMessage }
    throw error
  }
}

/** The endpoint as it is registered now, which has to be the one that was asked for. */
async function way({ endpoint }: Row, { endpoint: asked, pace }: CollectionRequest) {
  if (endpoint.removedAt !== null)
    throw new AppError('conflict', `The endpoint “${endpoint.name}” was removed. End the collection, or start another.`)
  const key = endpoint.sealedKey === null ? '' : openKey(endpoint.id, endpoint.sealedKey)
  const allowed = await db.allowedHost.findMany({ select: { host: true } })
  return {
    endpoint: { provider: asked.provider, baseUrl: asked.baseUrl, variant: asked.variant, key },
    guard: {
      hosts: new Set(allowed.map(({ host }) => host)),
      allowPrivate: env.privateEndpoints,
      timeoutMs: pace.timeoutSeconds * 1000,
      maxBytes: largestResponse,
      key,
    },
  }
}

/** Nothing more is asked from a file that was withdrawn. */
async function mustStand({ prompts: { evidenceId, evidenceName } }: CollectionRequest): Promise<void> {
  const item = await db.evidenceItem.findUnique({ where: { id: evidenceId }, select: { state: true } })
  if (item?.state !== 'SEALED')
    throw new AppError('conflict', `“${evidenceName}”, which holds the prompts, was withdrawn. End the collection.`)
}

/** What the record vouches for has to be there still: after a restored backup it may not be. */
async function mustBeWhole({ id, keptBytes, keptSha256 }: Row): Promise<void> {
  if (keptSha256 === null) return
  const hash = await prefixHash(responsePath(id), Number(keptBytes))
  if (hash === null || toHex(hash) !== toHex(keptSha256))
    throw new AppError(
      'unavailable',
      'Responses that were kept are missing on this server, as after a restored backup. End this collection and start another.',
    )
}

async function settle(actor: SystemActor, row: Row, ending: Ending): Promise<void> {
  if (ending.kind === 'settled') {
    const prompts = await registeredPrompts(readCollectionRequest(row.request).prompts)
    const tally = new Tally(row.round)
    for await (const line of keptLines(responsePath(row.id))) tally.take(line)
    const missing = prompts.filter(({ id }) => !tally.isAnswered(id)).length
    if (missing === 0) return sealCollection(actor, row, prompts)
    const why = `${formatAmount(missing, 'prompt')} of ${prompts.length} got no answer${reasons(tally)}. Go on to ask them again, or end it with what there is.`
    return noteSlice(actor, row, { kind: 'paused', why })
  }
  await noteSlice(actor, row, ending)
}

/** ": 2 for status 500, 1 for an answer that was cut off". */
function reasons({ givenUp }: Tally): string {
  const each = [...givenUp].map(([why, count]) => `${count} for ${givenUpFor(why)}`)
  return each.length > 0 ? `: ${each.join(', ')}` : ''
}

/** Says in the record how far it came; pauses, or queues the next slice. What a person did meanwhile stands. */
async function noteSlice(actor: SystemActor, row: Row, ending: Ending): Promise<void> {
  const { id, caseId, model } = row
  const bytes = await wholeBytes(responsePath(id))
  const keptSha256 = (await prefixHash(responsePath(id), bytes)) ?? new Uint8Array(32)
  await transact(actor, async ({ tx, record, enqueue }) => {
    await tx.collection.update({ where: { id }, data: { keptBytes: BigInt(bytes), keptSha256 } })
    const data = { collectionId: id, model, bytes: String(bytes), sha256: toHex(keptSha256) }
    record({ type: 'collection.kept', caseId, data })
    if (ending.kind === 'later') await enqueue(runCollectionJob, { collectionId: id }, { key: `collect:${id}` })
    if (ending.kind !== 'paused') return
    const paused = { state: 'PAUSED', reason: ending.why } as const
    const { count } = await tx.collection.updateMany({
      where: { id, state: 'RUNNING', round: row.round },
      data: paused,
    })
    if (count > 0) record({ type: 'collection.paused', caseId, data: { collectionId: id, model, reason: ending.why } })
  })
}
