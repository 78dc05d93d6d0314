/** Saves a mapping under a name and has a log read by it: one change, so that no reading lacks its mapping. */

import { toHex } from '@/lib/custody/hex'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, transact } from '@/lib/platform/db'
import { must } from '@/lib/platform/policy'
import { lockCase } from '@/lib/review/stale'
import { type LogMapping, mappingText } from '@/lib/signals/mapping/log-mapping'
import { ingestLogJob } from './jobs'
import type { ReadWithMapping } from './mapping-schema'
import { whyNot } from './policy'
import { evidenceItem } from './queries'
import { mappingCited, mappingHash, type SavedMapping } from './saved-mappings'

/**
 * Has a sealed log of unknown format read by a mapping. The mapping is kept as the next version of `name`, unless its newest
 * version says the same already; then that one is used.
 */
export async function readWithMapping(
  actor: PersonActor,
  { evidenceId, name, mapping }: ReadWithMapping,
): Promise<{ href: string }> {
  const { id: caseId, number } = (await evidenceItem(actor, evidenceId)).case
  await transact(actor, async (door) => {
    const { tx, record, enqueue } = door
    await lockCase(tx, caseId)
    const item = await evidenceItem(actor, evidenceId, tx)
    must(whyNot(actor, 'map', item))
    const saved = await saveMapping(actor, door, name, mapping)
    await tx.evidenceItem.update({ where: { id: evidenceId }, data: { readFailure: null, unknownFormat: false } })
    const data = { evidenceId, name: item.name, mapping: mappingCited(saved) }
    record({ type: 'dataset.requested', caseId, data })
    await enqueue(ingestLogJob, { evidenceId, mappingId: saved.id }, { key: `ingest-log:${evidenceId}` })
  })
  return { href: `/cases/${number}/evidence/${evidenceId}` }
}

async function saveMapping(
  actor: PersonActor,
  { tx, record }: Door,
  name: string,
  mapping: LogMapping,
): Promise<SavedMapping> {
  // Two people who save the same name at once would both make its next version.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`mapping ${name}`}, 0))) AS taken`
  const newest = await tx.logMapping.findFirst({ where: { name }, orderBy: { version: 'desc' } })
  const body = mappingText(mapping)
  const sha256 = mappingHash(body)
  const version = (newest?.version ?? 0) + 1
  if (newest && toHex(newest.sha256) === toHex(sha256))
    return { id: newest.id, name, version: newest.version, sha256: toHex(sha256), mapping }
  const { id } = await tx.logMapping.create({
    data: { name, version, body, sha256, createdById: actor.id, createdAt: now() },
  })
  const saved = { id, name, version, sha256: toHex(sha256), mapping }
  record({ type: 'mapping.saved', caseId: null, data: mappingCited(saved) })
  return saved
}
