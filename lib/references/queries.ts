/** The reference data of the installation, which everybody who is signed in may see. */

import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import type { Reference } from '@/prisma/generated/client'

type Stored = Reference & { addedBy: { name: string } }

function shown({ sha256, originalSha256, ...reference }: Stored) {
  return { ...reference, sha256: toHex(sha256), originalSha256: toHex(originalSha256) }
}

export type ReferenceShown = ReturnType<typeof shown>

/** All reference data, in use first, newest first. */
export async function references(_actor: Actor): Promise<ReferenceShown[]> {
  const rows = await db.reference.findMany({
    orderBy: [{ withdrawnAt: { sort: 'desc', nulls: 'first' } }, { addedAt: 'desc' }, { id: 'desc' }],
    include: { addedBy: { select: { name: true } } },
  })
  return rows.map(shown)
}

/** What analyses of today take: nothing that was withdrawn, in a fixed order. */
export async function referencesInUse(_actor: Actor, from: Reader | Tx = db): Promise<Reference[]> {
  return from.reference.findMany({
    where: { withdrawnAt: null },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { sha256: 'asc' }, { id: 'asc' }],
  })
}
