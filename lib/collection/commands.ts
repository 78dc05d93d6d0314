/** What people do with collections: start one for a registered plan, pause it, go on, end it early. */

import { canonicalText } from '@/lib/custody/canonical'
import { planOf } from '@/lib/planning/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, db, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { lockCase } from '@/lib/review/stale'
import type { Collection } from '@/prisma/generated/client'
import type { CollectionRequest } from './collection-request'
import { hostOf } from './host-of'
import { runCollectionJob } from './jobs'
import { whyNot } from './policy'
import { collectionCase } from './queries'
import type { StartCollection } from './schema'

/** Puts the prompts of a registered plan to one model. Throws `conflict` when the plan holds no prompts or the name is taken. */
export async function startCollection(
  actor: PersonActor,
  form: StartCollection,
): Promise<{ collectionId: string; href: string }> {
  const { id: caseId } = await collectionCase(actor, form.number)
  const collectionId = await transact(actor, async ({ tx, record, enqueue }) => {
    await lockCase(tx, caseId)
    must(whyNot(actor, 'collect', await collectionCase(actor, form.number, tx)))
    const endpoint = await tx.modelEndpoint.findFirst({ where: { id: form.endpointId, removedAt: null } })
    const request = await requestFrom(actor, caseId, form, found(endpoint, 'endpoint'))
    const model = form.model || form.modelId
    const taken = await tx.collection.count({ where: { caseId, planId: form.planId, model, state: { not: 'DONE' } } })
    if (taken > 0)
      throw new AppError('conflict', `${model} is being asked already. Go on with that collection, or end it.`)
    const text = canonicalText(request)
    const row = {
      caseId,
      endpointId: form.endpointId,
      planId: form.planId,
      model,
      request: text,
      state: 'RUNNING' as const,
    }
    const { id } = await tx.collection.create({ data: { ...row, startedById: actor.id, createdAt: now() } })
    const { name, baseUrl } = request.endpoint
    const about = { endpoint: name, host: hostOf(baseUrl) ?? '', prompts: request.prompts.count, planId: form.planId }
    record({ type: 'collection.started', caseId, data: { collectionId: id, model, ...about, request: text } })
    await enqueue(runCollectionJob, { collectionId: id }, { key: `collect:${id}` })
    return id
  })
  return { collectionId, href: `/cases/${form.number}/collections/${collectionId}` }
}

type Registered = CollectionRequest['endpoint']

async function requestFrom(
  actor: PersonActor,
  caseId: string,
  form: StartCollection,
  endpoint: Registered,
): Promise<CollectionRequest> {
  const { id, sha256, plan } = await planOf(actor, { caseId, id: form.planId })
  if (plan.prompts === null)
    throw new AppError(
      'conflict',
      'This plan holds no prompts. Register a version that takes them from a file of the case.',
    )
  const { concurrency, timeoutSeconds, attempts, requests, tokens } = form
  return {
    endpoint: {
      id: endpoint.id,
      name: endpoint.name,
      provider: endpoint.provider,
      baseUrl: endpoint.baseUrl,
      variant: endpoint.variant,
    },
    modelId: form.modelId,
    plan: { id, sha256 },
    prompts: plan.prompts,
    sampling: plan.sampling,
    pace: { concurrency, timeoutSeconds, attempts },
    budget: { requests, tokens },
  }
}

type Key = { number: string; collectionId: string }

/** Stops asking; requests that were sent are waited for and kept. */
export async function pauseCollection(actor: PersonActor, key: Key): Promise<void> {
  await changing(actor, key, 'pause', async ({ tx, record }, { id, caseId, model }) => {
    const reason = `Paused by ${actor.name}.`
    await tx.collection.update({ where: { id }, data: { state: 'PAUSED', reason } })
    record({ type: 'collection.paused', caseId, data: { collectionId: id, model, reason } })
  })
}

/** Goes on: what has no answer is asked again, with the same budget once more. */
export async function resumeCollection(actor: PersonActor, key: Key): Promise<void> {
  await changing(actor, key, 'resume', async ({ tx, record, enqueue }, { id, caseId, model, ...row }) => {
    const round = row.round + 1
    await tx.collection.update({ where: { id }, data: { state: 'RUNNING', reason: null, round } })
    record({ type: 'collection.resumed', caseId, data: { collectionId: id, model, round } })
    await enqueue(runCollectionJob, { collectionId: id }, { key: `collect:${id}` })
  })
}

/** Ends a paused collection with what there is: its responses are sealed, and the rest is never asked. */
export async function endCollection(actor: PersonActor, { reason, ...key }: Key & { reason: string }): Promise<void> {
  await changing(actor, key, 'end', async ({ tx, record, enqueue }, { id, caseId, model }) => {
    await tx.collection.update({ where: { id }, data: { state: 'ENDING', reason } })
    record({ type: 'collection.ended', caseId, data: { collectionId: id, model, reason } })
    await enqueue(runCollectionJob, { collectionId: id }, { key: `collect:${id}` })
  })
}

async function changing(
  actor: PersonActor,
  { number, collectionId }: Key,
  verb: 'pause' | 'resume' | 'end',
  work: (door: Door, row: Collection) => Promise<void>,
): Promise<void> {
  const { id: caseId } = await collectionCase(actor, number)
  found(await db.collection.findFirst({ where: { id: collectionId, caseId }, select: { id: true } }), 'collection')
  await transact(actor, async (door) => {
    await lockCase(door.tx, caseId)
    const theCase = await collectionCase(actor, number, door.tx)
    const row = found(await door.tx.collection.findFirst({ where: { id: collectionId, caseId } }), 'collection')
    must(whyNot(actor, verb, { state: row.state, case: theCase }))
    await work(door, row)
  })
}
