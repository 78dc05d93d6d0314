/** Puts results into the case, changes what is said about them, and takes them out; each a material change with its event. */

import { resultOf } from '@/lib/analysis/runs/result-queries'
import type { AddFindingForm, ChangeFindingForm, RemoveFindingForm } from '@/lib/analysis/schema'
import { editable } from '@/lib/cases/commands'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, type Tx, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { formatAmount } from '@/lib/platform/format-number'
import { found } from '@/lib/platform/policy'
import { lockCase, materialChanged } from '@/lib/review/stale'
import { readFindingKey } from './finding-key'
import { proposeFinding } from './finding-proposal'

type Kept = { findingId: string; href: string }

/** Adds what `key` names of a completed run. Only what the result really holds can be added, and once. */
export async function addFinding(actor: PersonActor, form: AddFindingForm): Promise<Kept> {
  const { number, runId, title, statement } = form
  const key = readFindingKey(form.key)
  const { run, ...outcome } = await resultOf(actor, { number, id: runId }, key)
  if (!outcome.result) throw new AppError('conflict', 'This analysis is not complete: wait for its result.')
  if (run.withdrawn.length > 0)
    throw new AppError('conflict', `“${run.withdrawn[0]}” was withdrawn: its analysis can not be added.`)
  if (!key || !proposeFinding(outcome.result, key))
    throw new AppError('invalid-input', 'The result holds nothing of that name.')
  return changing(actor, number, 'a finding was added', async ({ tx, record }, caseId) => {
    const data = { caseId, runId, key: form.key, title, statement, addedById: actor.id, addedAt: now() }
    const known = await tx.finding.findUnique({ where: { runId_key: { runId, key: form.key } } })
    if (known) throw new AppError('conflict', `This is a finding of the case already: “${known.title}”.`)
    const finding = await tx.finding.create({ data })
    record({ type: 'finding.added', caseId, data: { findingId: finding.id, runId, key: form.key, title } })
    return finding.id
  })
}

/** Changes the statement. Refused when somebody else changed it since the form was opened. */
export function changeFinding(
  actor: PersonActor,
  { number, findingId, statement, seen }: ChangeFindingForm,
): Promise<Kept> {
  return changing(actor, number, 'a finding was changed', async ({ tx, record }, caseId) => {
    const stored = await findingIn(tx, caseId, findingId)
    if (stored.statement !== seen) {
      throw new AppError(
        'conflict',
        `Somebody changed this statement meanwhile. It now reads: “${stored.statement}” Your text is kept.`,
      )
    }
    await tx.finding.update({ where: { id: findingId }, data: { statement } })
    record({
      type: 'finding.changed',
      caseId,
      data: { findingId, statement: { from: stored.statement, to: statement } },
    })
    return findingId
  })
}

/** Takes a finding out of the case; its run stays. Refused while a claim cites it. */
export function removeFinding(actor: PersonActor, { number, findingId }: RemoveFindingForm): Promise<Kept> {
  return changing(actor, number, 'a finding was removed', async ({ tx, record }, caseId) => {
    const { title } = await findingIn(tx, caseId, findingId)
    const cited = await tx.citation.count({ where: { findingId } })
    if (cited > 0) {
      throw new AppError(
        'conflict',
        `${formatAmount(cited, 'citation')} in the claims of this case rest on this finding: remove them first.`,
      )
    }
    await tx.finding.delete({ where: { id: findingId } })
    record({ type: 'finding.removed', caseId, data: { findingId, title } })
    return findingId
  })
}

type Change = (door: Door, caseId: string) => Promise<string>

async function changing(actor: PersonActor, number: string, because: string, change: Change): Promise<Kept> {
  return transact(actor, async (door) => {
    const { id } = await editable(actor, door.tx, { number })
    await lockCase(door.tx, id)
    const findingId = await change(door, id)
    await materialChanged(door, id, because)
    return { findingId, href: `/cases/${number}/findings` }
  })
}

async function findingIn(tx: Tx, caseId: string, findingId: string) {
  return found(await tx.finding.findFirst({ where: { id: findingId, caseId } }), 'finding')
}
