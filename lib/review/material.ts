/** Loads the material side of a case: what submission is checked against and what a snapshot holds. */

import type { Reader, Tx } from '@/lib/platform/db'
import type { Material } from './readiness'

type From = Pick<Reader | Tx, 'case' | 'claim' | 'subject' | 'evidenceItem' | 'explanationAnswer'>

/** A citation counts while what it points at was not withdrawn. */
const standingCitation = {
  OR: [
    { evidence: { state: 'SEALED' as const } },
    { dataset: { evidence: { state: 'SEALED' as const } } },
    { findingId: { not: null } },
  ],
}

/** What `openPoints` needs. The caller has checked the scope. */
export async function materialOf(from: From, caseId: string): Promise<Material> {
  const [head, subjects, evidence, claims, answered] = await Promise.all([
    from.case.findUniqueOrThrow({ where: { id: caseId }, select: { facts: true } }),
    from.subject.findMany({
      where: { caseId },
      select: { name: true, models: true, _count: { select: { accounts: true } } },
    }),
    from.evidenceItem.findMany({ where: { caseId, state: { in: ['SEALED', 'SEALING'] } }, select: { state: true } }),
    from.claim.findMany({
      where: { caseId },
      orderBy: { position: 'asc' },
      select: {
        conductFrom: true,
        conductUntil: true,
        clause: {
          select: { number: true, title: true, version: { select: { inForceFrom: true, inForceUntil: true } } },
        },
        _count: { select: { citations: { where: standingCitation } } },
      },
    }),
    from.explanationAnswer.findMany({ where: { caseId }, select: { explanation: true, answer: true } }),
  ])
  return {
    facts: head.facts,
    subjects: subjects.map(({ name, models, _count }) => ({ name, models, accounts: _count.accounts })),
    sealedEvidence: evidence.filter(({ state }) => state === 'SEALED').length,
    sealingEvidence: evidence.filter(({ state }) => state === 'SEALING').length,
    claims: claims.map(({ clause, _count, ...claim }) => ({
      ...claim,
      label: `${clause.number} ${clause.title}`,
      inForceFrom: clause.version.inForceFrom,
      inForceUntil: clause.version.inForceUntil,
      citations: _count.citations,
    })),
    answered,
  }
}
