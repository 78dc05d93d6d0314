/** What every reader of analyses starts from: a case, dataset or run within the actor's scope, or "not found". */

import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'

const caseFields = {
  id: true,
  number: true,
  title: true,
  state: true,
  ownerId: true,
} satisfies Prisma.CaseSelect

/** A case by its number or id, with what the rules of analysis ask about it. */
export async function analysedCase(actor: Actor, key: { number: string } | { id: string }) {
  const where = 'id' in key ? { id: identifierOf(key.id, 'case') } : { number: key.number }
  return found(await db.case.findFirst({ where: { AND: [within(actor), where] }, select: caseFields }), 'case')
}

/** A dataset by its id, with the original it was made from; with `number`, only one of that case. */
export async function datasetById(actor: Actor, id: string, number?: string) {
  const dataset = await db.dataset.findFirst({
    where: { id: identifierOf(id, 'dataset'), case: { AND: [within(actor), number === undefined ? {} : { number }] } },
    include: {
      evidence: { select: { id: true, name: true, state: true, reason: true, sha256: true, kind: true } },
      case: { select: caseFields },
      parents: {
        where: { position: { gt: 0 } },
        orderBy: { position: 'asc' },
        select: { parent: { select: { evidence: { select: { id: true, name: true } } } } },
      },
    },
  })
  return found(dataset, 'dataset')
}

/** A run of that case, by id. */
export async function runOf(actor: Actor, { number, id }: { number: string; id: string }) {
  const run = await db.analysisRun.findFirst({
    where: { id: identifierOf(id, 'analysis'), case: { AND: [within(actor), { number }] } },
    include: { case: { select: caseFields }, requestedBy: { select: { name: true } } },
  })
  return found(run, 'analysis')
}
