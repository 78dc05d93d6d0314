/** What an analysis of a case takes besides its logs: the reference data in use, and the account tables of the case. */

import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { referencesInUse } from '@/lib/references/queries'
import type { SignalsRequest } from './run-request'

export type HeldAgainst = Required<Pick<SignalsRequest, 'references' | 'accountTables'>>

/** As a request names it, in a fixed order: reference data by kind and name, account tables by the time they were added. */
export async function heldAgainst(actor: Actor, from: Reader | Tx, caseId: string): Promise<HeldAgainst> {
  const references = await referencesInUse(actor, from)
  const tables = await from.evidenceItem.findMany({
    where: { caseId, case: within(actor), kind: 'ACCOUNT_TABLE', state: 'SEALED' },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, sha256: true },
  })
  return {
    references: references.map(({ id, kind, name, sha256, entries, hashesOnly }) => ({
      ...{ id, kind, name, sha256: toHex(sha256), entries, hashesOnly },
    })),
    accountTables: tables.map(({ id, name, sha256 }) => ({
      ...{ evidenceId: id, evidenceName: name, sha256: sha256 ? toHex(sha256) : '' },
    })),
  }
}

/** Whether an analysis of today would be held against something else than that of `request` was. */
export async function isHeldAgainstOther(
  actor: Actor,
  caseId: string,
  { references = [], accountTables = [] }: Pick<SignalsRequest, 'references' | 'accountTables'>,
): Promise<boolean> {
  const present = await heldAgainst(actor, db, caseId)
  const hashes = (list: { sha256: string }[]) => list.map(({ sha256 }) => sha256).join()
  return hashes(present.references) !== hashes(references) || hashes(present.accountTables) !== hashes(accountTables)
}
