/** Reads of claims with their clause as in force, elements and citations. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

const citation = {
  id: true,
  element: true,
  note: true,
  rowIds: true,
  createdAt: true,
  evidence: { select: { id: true, name: true, kind: true, state: true } },
  dataset: { select: { id: true, evidence: { select: { name: true, state: true } } } },
  finding: { select: { id: true, title: true, runId: true, key: true } },
} as const satisfies Prisma.CitationSelect

/** The claims of a case in order, each with its clause, version, document and citations. */
export async function caseClaims(actor: PersonActor, caseId: string) {
  return db.claim.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      statement: true,
      conductFrom: true,
      conductUntil: true,
      position: true,
      clauseId: true,
      clause: {
        select: {
          id: true,
          number: true,
          title: true,
          text: true,
          elements: true,
          version: {
            select: {
              id: true,
              label: true,
              inForceFrom: true,
              inForceUntil: true,
              document: { select: { provider: true, title: true } },
            },
          },
        },
      },
      citations: { orderBy: { createdAt: 'asc' }, select: citation },
    },
  })
}

export type CaseClaim = Awaited<ReturnType<typeof caseClaims>>[number]

/** Claims with their elements only, for the choice of where to cite. */
export async function claimChoices(actor: PersonActor, caseId: string) {
  const claims = await db.claim.findMany({
    where: { caseId, case: within(actor) },
    orderBy: { position: 'asc' },
    select: { id: true, statement: true, clause: { select: { number: true, title: true, elements: true } } },
  })
  return claims.map(({ clause, ...claim }) => ({
    ...claim,
    label: `${clause.number} ${clause.title}`,
    elements: clause.elements,
  }))
}
