/** Appends events to the one chain of this installation, one transaction after another. */

import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import type { Prisma } from '@/prisma/generated/client'
import { canonicalText } from './canonical'
import { genesisHash, hashHeader, hashPayload } from './chain'
import type { RecordedEvent } from './events'

const chainLock = 7_061_803n

/**
 * Inserts `events` after the present head, in order. Holds the chain lock from here to the end of the transaction, so call it
 * last. Each payload also keeps, by value, who acted and from where.
 */
export async function appendEvents(tx: Prisma.TransactionClient, actor: Actor, events: RecordedEvent[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`
  const head = await tx.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  let seq = head?.seq ?? 0n
  let prevHash: Uint8Array = head?.hash ?? genesisHash
  const at = now()
  const rows = events.map((event) => {
    seq += 1n
    const salt = randomBytes(32)
    const text = canonicalText({
      actor: { name: actor.name, role: actor.role },
      from: actor.address,
      data: event.data,
    })
    const header = {
      seq,
      at,
      actorId: actor.id,
      type: event.type,
      caseId: event.caseId,
      payloadHash: hashPayload(salt, text),
      prevHash,
    }
    const hash = hashHeader(header)
    prevHash = hash
    return { header: { ...header, hash }, payload: { seq, salt, text } }
  })
  await tx.event.createMany({ data: rows.map(({ header }) => asStored(header)) })
  await tx.eventPayload.createMany({ data: rows.map(({ payload }) => ({ ...payload, salt: bytes(payload.salt) })) })
}

type Stored = Prisma.EventCreateManyInput

function asStored(
  header: Omit<Stored, 'payloadHash' | 'prevHash' | 'hash'> & Record<'payloadHash' | 'prevHash' | 'hash', Uint8Array>,
): Stored {
  return {
    ...header,
    payloadHash: bytes(header.payloadHash),
    prevHash: bytes(header.prevHash),
    hash: bytes(header.hash),
  }
}

/** A copy on its own buffer, which the database client's type asks for. */
function bytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(source)
}
