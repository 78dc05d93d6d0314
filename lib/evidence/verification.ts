/** Reads evidence again and compares: nobody approves on bytes that have changed since they were sealed. */

import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import { blobPath, hashFile } from '@/lib/platform/storage'

export type VerifiedItem = { evidenceId: string; name: string }

/**
 * Reads every byte of a case's sealed evidence, and of the rows made from it, and compares the hashes. Each item becomes one event.
 * Out of scope is `not-found`. Takes as long as reading takes: call it before a transaction, never inside one.
 */
export async function verifyCaseEvidence(
  actor: Actor,
  caseId: string,
): Promise<{ ok: boolean; verified: number; failed: VerifiedItem[] }> {
  found(await db.case.findFirst({ where: { AND: [within(actor), { id: caseId }] }, select: { id: true } }), 'case')
  const items = await db.evidenceItem.findMany({
    where: { caseId, state: 'SEALED' },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, size: true, sha256: true, datasets: { select: { sha256: true } } },
  })
  const checked: ((typeof items)[number] & { agrees: boolean })[] = []
  for (const item of items) {
    const hashes = [item.sha256, ...item.datasets.map(({ sha256 }) => sha256)]
    const agreements = await Promise.all(hashes.map((sha256) => sha256 !== null && agreesWith(sha256)))
    checked.push({ ...item, agrees: agreements.every(Boolean) })
  }
  if (checked.length > 0) {
    await transact(actor, async ({ record }) => {
      for (const { id, name, size, sha256, agrees } of checked) {
        const sealed = { evidenceId: id, name, sha256: sha256 ? toHex(sha256) : '', size: String(size) }
        record({ type: 'evidence.verified', caseId, data: { ...sealed, agrees } })
      }
    })
  }
  const failed = checked.filter(({ agrees }) => !agrees).map(({ id, name }) => ({ evidenceId: id, name }))
  return { ok: failed.length === 0, verified: checked.length, failed }
}

async function agreesWith(sha256: Uint8Array): Promise<boolean> {
  const found = await hashFile(blobPath(sha256)).catch(() => null)
  return found !== null && toHex(found.sha256) === toHex(sha256)
}
