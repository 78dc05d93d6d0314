/** The mappings of this installation as they were saved: each version whole, with its hash checked against what it says. */

import { createHash } from 'node:crypto'
import { toHex } from '@/lib/custody/hex'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import { mappingText, type NamedMapping, readMapping } from '@/lib/signals/mapping/log-mapping'
import type { LogMapping as Stored } from '@/prisma/generated/client'

export type SavedMapping = NamedMapping & { id: string }

/** The newest version of each name, the latest made first. */
export async function savedMappings(from: Reader | Tx = db): Promise<SavedMapping[]> {
  const rows = await from.logMapping.findMany({ distinct: ['name'], orderBy: [{ name: 'asc' }, { version: 'desc' }] })
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).map(savedOf)
}

/** One version; `not-found` when there is none. */
export async function mappingById(id: string): Promise<SavedMapping> {
  return savedOf(found(await db.logMapping.findUnique({ where: { id } }), 'mapping'))
}

/** What an event says of a mapping: which one, and all that it says. */
export function mappingCited({ id, name, version, sha256, mapping }: SavedMapping) {
  return { mappingId: id, name, version, sha256, body: mappingText(mapping) }
}

/** SHA-256 over a mapping's canonical JSON. */
export const mappingHash = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(text).digest())

function savedOf({ id, name, version, body, sha256 }: Stored): SavedMapping {
  if (toHex(mappingHash(body)) !== toHex(sha256)) throw new Error(`the mapping ${id} is not what was saved`)
  return { id, name, version, sha256: toHex(sha256), mapping: readMapping(body) }
}
