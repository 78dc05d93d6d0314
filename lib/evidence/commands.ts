/** What people do with sealed evidence: withdraw it, have a log read again. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { must } from '@/lib/platform/policy'
import { lockCase, materialChanged } from '@/lib/review/stale'
import { ingestLogJob } from './jobs'
import { whyNot } from './policy'
import { evidenceItem } from './queries'
import type { WithdrawEvidence } from './schema'

/** Takes an item out of the case's evidence with a reason. Its bytes, hash and history stay; approvals of the case go stale. */
export async function withdrawEvidence(actor: PersonActor, { evidenceId, reason }: WithdrawEvidence): Promise<void> {
  const caseId = (await evidenceItem(actor, evidenceId)).case.id
  await transact(actor, async (door) => {
    await lockCase(door.tx, caseId)
    const item = await evidenceItem(actor, evidenceId, door.tx)
    must(whyNot(actor, 'withdraw', item))
    const change = { state: 'WITHDRAWN', reason, withdrawnAt: now() } as const
    await door.tx.evidenceItem.update({ where: { id: evidenceId }, data: change })
    door.record({ type: 'evidence.withdrawn', caseId, data: { evidenceId, name: item.name, reason } })
    await materialChanged(door, caseId, `“${item.name}” was withdrawn as evidence.`)
  })
}

/** Has a sealed log read once more after it could not be. */
export async function readLogAgain(actor: PersonActor, { evidenceId }: { evidenceId: string }): Promise<void> {
  const caseId = (await evidenceItem(actor, evidenceId)).case.id
  await transact(actor, async ({ tx, record, enqueue }) => {
    await lockCase(tx, caseId)
    const item = await evidenceItem(actor, evidenceId, tx)
    must(whyNot(actor, 'read-again', item))
    await tx.evidenceItem.update({ where: { id: evidenceId }, data: { readFailure: null, unknownFormat: false } })
    record({ type: 'dataset.requested', caseId, data: { evidenceId, name: item.name } })
    await enqueue(ingestLogJob, { evidenceId }, { key: `ingest-log:${evidenceId}` })
  })
}
