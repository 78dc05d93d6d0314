/** The accounts of a subject, ten thousand at once. */

import { createHash } from 'node:crypto'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found } from '@/lib/platform/policy'
import type { Confidence, IdentifierKind } from '@/prisma/generated/enums'
import { readAccountList } from './account-list'
import { editableSubject, edited } from './subjects'

type NewAccounts = {
  subjectId: string
  identifiers: string
  kind: IdentifierKind
  reason: string
  confidence: Confidence
}

/** Most identifiers in one paste. */
const accountsAtOnce = 50_000

/** What `addAccounts` would do with this list: new, already there, repeated, refused. Changes nothing. */
export async function previewAccounts(
  actor: PersonActor,
  { subjectId, identifiers, kind }: Pick<NewAccounts, 'subjectId' | 'identifiers' | 'kind'>,
) {
  const subject = found(
    await db.subject.findFirst({ where: { id: subjectId, case: within(actor) }, select: { caseId: true } }),
    'subject',
  )
  const list = readAccountList(identifiers)
  const known = await db.subjectAccount.findMany({
    where: { caseId: subject.caseId, kind, identifier: { in: list.identifiers.slice(0, accountsAtOnce) } },
    select: { identifier: true, subject: { select: { name: true } } },
  })
  return {
    kind,
    fresh: list.identifiers.length - known.length,
    sample: list.identifiers.slice(0, 8),
    known: known.length,
    knownOf: [...new Set(known.map(({ subject: { name } }) => name))],
    repeated: list.repeated,
    refused: list.refused.length,
    refusedSample: list.refused.slice(0, 5),
  }
}

/** Adds the identifiers that the case does not hold yet; answers how many were new. */
export async function addAccounts(actor: PersonActor, input: NewAccounts): Promise<{ added: number; known: number }> {
  const { identifiers, refused } = readAccountList(input.identifiers)
  const bad = refused[0]
  if (bad)
    throw new AppError(
      'invalid-input',
      `Line ${bad.line} (“${bad.text}”) ${bad.why}. Mend or remove it; nothing was added.`,
    )
  if (identifiers.length === 0) throw new AppError('invalid-input', 'Paste at least one account, one on each line.')
  if (identifiers.length > accountsAtOnce)
    throw new AppError(
      'too-large',
      `Add at most ${accountsAtOnce.toLocaleString('en')} accounts at once; this list has ${identifiers.length.toLocaleString('en')}.`,
    )
  return transact(actor, async (door) => {
    const { caseId } = await editableSubject(actor, door.tx, input.subjectId)
    const { subjectId, kind, reason, confidence } = input
    const data = identifiers.map((identifier) => ({
      caseId,
      subjectId,
      identifier,
      kind,
      reason,
      confidence,
      addedAt: now(),
    }))
    let added = 0
    for (let start = 0; start < data.length; start += 3000) {
      added += (
        await door.tx.subjectAccount.createMany({ data: data.slice(start, start + 3000), skipDuplicates: true })
      ).count
    }
    const listSha256 = createHash('sha256').update(identifiers.join('\n')).digest('hex')
    door.record({ type: 'accounts.added', caseId, data: { subjectId, count: added, listSha256, reason, confidence } })
    await edited(door, caseId, 'accounts were added')
    return { added, known: identifiers.length - added }
  })
}

/** Takes accounts off a subject; their identifiers stay in the record. */
export async function removeAccounts(
  actor: PersonActor,
  { subjectId, ids }: { subjectId: string; ids: string[] },
): Promise<{ removed: number }> {
  return transact(actor, async (door) => {
    const { caseId } = await editableSubject(actor, door.tx, subjectId)
    const rows = await door.tx.subjectAccount.findMany({
      where: { subjectId, id: { in: ids } },
      select: { id: true, identifier: true },
    })
    await door.tx.subjectAccount.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
    door.record({
      type: 'accounts.removed',
      caseId,
      data: { subjectId, count: rows.length, identifiers: rows.map(({ identifier }) => identifier) },
    })
    await edited(door, caseId, 'accounts were removed')
    return { removed: rows.length }
  })
}
