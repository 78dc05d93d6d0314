/** Filing a case and editing its facts. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Tx, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { lockCase, materialChanged } from '@/lib/review/stale'
import { caseStanding } from '@/lib/review/standing'
import type { Severity } from '@/prisma/generated/enums'
import { whyNot, whyNotFile } from './policy'

/** Files a draft whose filer owns it and is its first member; answers its number. */
export async function fileCase(
  actor: PersonActor,
  input: { title: string; severity: Severity; facts: string },
): Promise<{ number: string }> {
  must(whyNotFile(actor))
  return transact(actor, async ({ tx, record }) => {
    const at = now()
    const number = await nextNumber(tx, at.getUTCFullYear())
    const members = { create: { personId: actor.id, addedAt: at } }
    const { id } = await tx.case.create({
      data: { ...input, number, filerId: actor.id, ownerId: actor.id, createdAt: at, updatedAt: at, members },
    })
    record({ type: 'case.filed', caseId: id, data: { number, title: input.title, severity: input.severity } })
    return { number }
  })
}

type Facts = { number: string; version: number; title: string; facts: string; severity: Severity }

/** Changes title, facts and severity. A form that saw an older version gets a conflict that names what differs. */
export async function changeFacts(
  actor: PersonActor,
  { number, version, ...wanted }: Facts,
): Promise<{ number: string }> {
  await transact(actor, async (door) => {
    const { id, editVersion } = await editable(actor, door.tx, { number })
    const stored = await door.tx.case.findUniqueOrThrow({
      where: { id },
      select: { title: true, facts: true, severity: true },
    })
    if (editVersion !== version) throw conflict(stored, wanted)
    const data = {
      ...(stored.title !== wanted.title && { title: { from: stored.title, to: wanted.title } }),
      ...(stored.facts !== wanted.facts && { facts: { from: stored.facts, to: wanted.facts } }),
      ...(stored.severity !== wanted.severity && { severity: { from: stored.severity, to: wanted.severity } }),
    }
    const { count } = await door.tx.case.updateMany({
      where: { id, editVersion: version },
      data: { ...wanted, editVersion: { increment: 1 } },
    })
    if (count === 0) throw conflict(stored, wanted)
    door.record({ type: 'case.facts-changed', caseId: id, data })
    await materialChanged(door, id, 'the facts were edited')
  })
  return { number }
}

/** The case when its owner may edit it now, held until the change ends; throws the rule's sentence otherwise. */
export async function editable(actor: PersonActor, tx: Tx, where: { number: string } | { id: string }) {
  const held = await tx.case.findFirst({ where: { AND: [within(actor), where] }, select: { id: true } })
  // Held before its state is read: a submission that is just being made ends first, and this sees it.
  await lockCase(tx, found(held, 'case').id)
  const standing = await caseStanding(actor, where, tx)
  must(whyNot(actor, 'edit', standing))
  return standing
}

function conflict(stored: Omit<Facts, 'number' | 'version'>, wanted: typeof stored): AppError {
  const differing = (['title', 'facts', 'severity'] as const).filter((field) => stored[field] !== wanted[field])
  const shown = differing.map((field) => `${field} is now “${stored[field].slice(0, 200)}”`).join('; ')
  return new AppError(
    'conflict',
    `Somebody saved this case while you were editing${shown ? `: ${shown}` : ''}. Your text is kept; reload in another tab, compare, then save again.`,
  )
}

async function nextNumber(tx: Tx, year: number): Promise<string> {
  const { last } = await tx.caseNumber.upsert({
    where: { year },
    create: { year, last: 1 },
    update: { last: { increment: 1 } },
  })
  return `TS-${year}-${String(last).padStart(5, '0')}`
}
