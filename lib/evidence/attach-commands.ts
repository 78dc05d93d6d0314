/** Attaches a table by query, and has it asked again; people do both, within the administrator's list of servers. */

import { randomUUID } from 'node:crypto'
import { canonicalText } from '@/lib/custody/canonical'
import type { PersonActor } from '@/lib/platform/actor'
import { attachConnection } from '@/lib/platform/attach-connections'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { interactiveEngine } from '@/lib/platform/engine'
import { must } from '@/lib/platform/policy'
import { lockCase } from '@/lib/review/stale'
import { checkedQuery } from '@/lib/signals/brought/attach-query'
import { readColumns } from '@/lib/signals/brought/attached-rows'
import { attachTableJob, compareTableJob } from './jobs'
import { whyNot } from './policy'
import { evidenceCase, evidenceItem } from './queries'
import type { AttachTable } from './schema'

/** Adds the rows of a query as an evidence item that waits to be sealed. Throws `invalid-input` for a query that is not let through. */
export async function attachByQuery(actor: PersonActor, form: AttachTable): Promise<{ href: string }> {
  const { id: caseId, state } = await evidenceCase(actor, form.number)
  must(whyNot(actor, 'upload', { state }))
  const { name: connection, tables } = attachConnection(form.connection)
  const query = await checkedQuery(interactiveEngine(), form.query, tables)
  const columns = canonicalText(readColumns(form.columns))
  const [evidenceId, name] = [randomUUID(), form.name]
  const item = { id: evidenceId, caseId, name, size: 0n, addedById: actor.id, addedAt: now() }
  await transact(actor, async ({ tx, record, enqueue }) => {
    await lockCase(tx, caseId)
    must(whyNot(actor, 'upload', await evidenceCase(actor, form.number)))
    await tx.evidenceItem.create({ data: { ...item, kind: 'ATTACHED_TABLE', state: 'SEALING' } })
    await tx.attachedTable.create({ data: { evidenceId, connection, query, columns } })
    record({ type: 'evidence.attached', caseId, data: { evidenceId, name, connection, query, columns } })
    await enqueue(attachTableJob, { evidenceId }, { key: `attach-table:${evidenceId}` })
  })
  return { href: `/cases/${form.number}/evidence/${evidenceId}` }
}

/** Asks for a comparison of the sealed rows with what the table gives now. */
export async function askTableAgain(actor: PersonActor, { evidenceId }: { evidenceId: string }): Promise<void> {
  const item = await evidenceItem(actor, evidenceId)
  must(whyNot(actor, 'compare', item))
  await transact(actor, async ({ record, enqueue }) => {
    record({ type: 'table.comparison-requested', caseId: item.case.id, data: { evidenceId, name: item.name } })
    await enqueue(compareTableJob, { evidenceId }, { key: `compare-table:${evidenceId}` })
  })
}
