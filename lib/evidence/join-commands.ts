/** Asks for two logs to be joined: one event and one job, however often it is asked. */

import type { PersonActor } from '@/lib/platform/actor'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { lockCase } from '@/lib/review/stale'
import { joinDatasetsJob } from './jobs'
import { joinedReader, parentsIn, whyNotJoined } from './join-parents'
import type { JoinLogs } from './join-schema'
import { whyNot } from './policy'
import { evidenceItem } from './queries'

/** Has the log `evidenceId` completed by the log `otherId` of the same case, in a dataset of its own. Refuses what was joined already. */
export async function joinLogs(actor: PersonActor, { evidenceId, otherId }: JoinLogs): Promise<void> {
  const caseId = (await evidenceItem(actor, evidenceId)).case.id
  await transact(actor, async ({ tx, record, enqueue }) => {
    await lockCase(tx, caseId)
    const item = await evidenceItem(actor, evidenceId, tx)
    must(whyNot(actor, 'join', item))
    const all = await parentsIn(caseId, tx)
    const main = found(
      all.find((one) => one.evidenceId === evidenceId),
      'dataset',
    )
    const other = found(
      all.find((one) => one.evidenceId === otherId),
      'dataset',
    )
    must(whyNotJoined(main, other))
    const key = { evidenceId, readerVersion: joinedReader(main, other) }
    if (await tx.dataset.findUnique({ where: { evidenceId_readerVersion: key } }))
      throw new AppError('conflict', 'These two logs were joined already: the dataset is on this page.')
    const names = { name: item.name, other: other.evidence.name }
    record({ type: 'dataset.join-requested', caseId, data: { evidenceId, ...names, parents: [main.id, other.id] } })
    await enqueue(joinDatasetsJob, { mainId: main.id, otherId: other.id }, { key: `join:${main.id}:${other.id}` })
  })
}
