/** Who requests may go to: hosts that an administrator allows, and endpoints whose keys can be given and never read again. */

import { randomUUID } from 'node:crypto'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Tx, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { isPublicAddress } from './address-rules'
import { hostOf } from './host-of'
import { whyNot } from './policy'
import type { RegisterEndpoint } from './schema'
import { sealKey } from './sealed-key'

/** Lets requests go to a host. */
export async function allowHost(actor: PersonActor, { host }: { host: string }): Promise<void> {
  must(whyNot(actor, 'keep-hosts', null))
  await transact(actor, async ({ tx, record }) => {
    const made = await tx.allowedHost.createMany({
      data: [{ host, addedById: actor.id, addedAt: now() }],
      skipDuplicates: true,
    })
    if (made.count === 0) throw new AppError('conflict', `${host} is on the list already.`)
    record({ type: 'host.allowed', caseId: null, data: { host } })
  })
}

/** Takes a host off the list; collections under way stop at their next request. */
export async function refuseHost(actor: PersonActor, { host }: { host: string }): Promise<void> {
  must(whyNot(actor, 'keep-hosts', null))
  await transact(actor, async ({ tx, record }) => {
    const { count } = await tx.allowedHost.deleteMany({ where: { host } })
    if (count === 0) throw new AppError('conflict', `${host} is not on the list.`)
    record({ type: 'host.refused', caseId: null, data: { host } })
  })
}

/** Registers an endpoint on an allowed host. Its key is sealed before anything is written, and in no event. */
export async function registerEndpoint(actor: PersonActor, input: RegisterEndpoint): Promise<{ endpointId: string }> {
  must(whyNot(actor, 'keep-endpoints', null))
  const { key, ...endpoint } = input
  const endpointId = randomUUID()
  const sealedKey = key === '' ? null : sealKey(endpointId, key)
  await transact(actor, async ({ tx, record }) => {
    await mustBeAllowed(tx, endpoint.baseUrl)
    const row = { id: endpointId, ...endpoint, sealedKey, registeredById: actor.id, registeredAt: now() }
    await tx.modelEndpoint.create({ data: row })
    const data = { endpointId, ...endpoint, withKey: sealedKey !== null }
    record({ type: 'endpoint.registered', caseId: null, data })
  })
  return { endpointId }
}

/** Gives an endpoint another key; the one before is gone. */
export async function replaceKey(
  actor: PersonActor,
  { endpointId, key }: { endpointId: string; key: string },
): Promise<void> {
  must(whyNot(actor, 'keep-endpoints', null))
  const sealedKey = sealKey(endpointId, key)
  await transact(actor, async ({ tx, record }) => {
    const { name } = await standing(tx, endpointId)
    await tx.modelEndpoint.update({ where: { id: endpointId }, data: { sealedKey } })
    record({ type: 'endpoint.key-replaced', caseId: null, data: { endpointId, name } })
  })
}

/** Removes an endpoint and deletes its key; what was collected from it stays. */
export async function removeEndpoint(actor: PersonActor, { endpointId }: { endpointId: string }): Promise<void> {
  must(whyNot(actor, 'keep-endpoints', null))
  await transact(actor, async ({ tx, record }) => {
    const { name } = await standing(tx, endpointId)
    await tx.modelEndpoint.update({ where: { id: endpointId }, data: { sealedKey: null, removedAt: now() } })
    record({ type: 'endpoint.removed', caseId: null, data: { endpointId, name } })
  })
}

async function standing(tx: Tx, endpointId: string): Promise<{ name: string }> {
  return found(await tx.modelEndpoint.findFirst({ where: { id: endpointId, removedAt: null } }), 'endpoint')
}

/** Names are checked against the list here; what they stand for is checked again on every connection. */
async function mustBeAllowed(tx: Tx, baseUrl: string): Promise<void> {
  const host = hostOf(baseUrl) ?? ''
  const listed = await tx.allowedHost.findUnique({ where: { host } })
  if (!listed)
    throw new AppError(
      'forbidden',
      `Requests may not go to ${host}. Ask an administrator to put it on the list of hosts.`,
    )
  if (env.privateEndpoints) return
  const { protocol, hostname } = new URL(baseUrl)
  if (protocol !== 'https:')
    throw new AppError('invalid-input', 'Keys and prompts go over https only. Give an address that begins with https.')
  if (/^[\d.]+$|:/.test(hostname) && !isPublicAddress(hostname))
    throw new AppError('forbidden', `${hostname} is a private or loopback address: requests go to public ones only.`)
}
