/** Plans of a case as they were registered, each checked against its hash; always through the case. */

import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'
import { type Plan, planHash, readPlan } from './plan'

const fields = {
  id: true,
  name: true,
  version: true,
  body: true,
  sha256: true,
  registeredAt: true,
  registeredBy: { select: { name: true } },
} satisfies Prisma.ComparisonPlanSelect

type Row = Prisma.ComparisonPlanGetPayload<{ select: typeof fields }>

export type PlanShown = Omit<Row, 'sha256'> & { sha256: string; plan: Plan }

function shown({ sha256, ...row }: Row): PlanShown {
  if (toHex(planHash(row.body)) !== toHex(sha256)) throw new Error(`the plan ${row.id} is not what was registered`)
  return { ...row, sha256: toHex(sha256), plan: readPlan(row.body) }
}

/** The case of these pages, by number; `not-found` out of scope. */
export async function plannedCase(actor: Actor, number: string, from: Reader | Tx = db) {
  const where = { AND: [within(actor), { number }] }
  return found(await from.case.findFirst({ where, select: { id: true, number: true, state: true } }), 'case')
}

/** All versions of all plans of a case, the newest first. */
export async function plansOf(actor: Actor, caseId: string): Promise<PlanShown[]> {
  const rows = await db.comparisonPlan.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
    select: fields,
  })
  return rows.map(shown)
}

/** One version of a plan of the case; `not-found` out of scope. */
export async function planOf(
  actor: Actor,
  key: { caseId: string; id: string },
  from: Reader | Tx = db,
): Promise<PlanShown> {
  const where = { id: identifierOf(key.id, 'plan'), caseId: key.caseId, case: within(actor) }
  return shown(found(await from.comparisonPlan.findFirst({ where, select: fields }), 'plan'))
}

/** A plan's body under the name by which a command to reproduce calls it; `not-found` out of scope. */
export async function planDownload(actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  const where = { id: identifierOf(id, 'plan'), case: within(actor) }
  const { body } = shown(found(await db.comparisonPlan.findFirst({ where, select: fields }), 'plan'))
  return { name: `${id}.json`, bytes: Buffer.from(body) }
}

const maybePrompts = /\.(jsonl|ndjson|csv)(\.gz|\.zst)?$/i

/** The sealed files that a plan may take its prompts from. */
export async function promptFiles(actor: Actor, caseId: string) {
  const items = await db.evidenceItem.findMany({
    where: { caseId, case: within(actor), state: 'SEALED', kind: { in: ['MODEL_OUTPUTS', 'DOCUMENT'] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return items.filter(({ name }) => maybePrompts.test(name))
}
