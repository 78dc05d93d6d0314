/** The two logs of a join: which dataset of an item takes part, and what would keep it from it. */

import { toHex } from '@/lib/custody/hex'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { offeredCompletion } from '@/lib/signals/brought/completions'
import type { Dataset } from '@/prisma/generated/client'
import type { EvidenceState } from '@/prisma/generated/enums'

export type Parent = Dataset & { evidence: { name: string; state: EvidenceState } }

const withEvidence = { evidence: { select: { name: true, state: true } } } as const

/** A dataset with the item that it was read from, or null. */
export function parentOf(datasetId: string): Promise<Parent | null> {
  return db.dataset.findUnique({ where: { id: datasetId }, include: withEvidence })
}

/** The datasets of a case that were read from their item alone, of each item the newest. The caller has checked the scope. */
export async function parentsIn(caseId: string, from: Reader | Tx = db): Promise<Parent[]> {
  return from.dataset.findMany({
    where: { caseId, parents: { none: {} }, evidence: { state: 'SEALED' } },
    distinct: ['evidenceId'],
    orderBy: [{ evidenceId: 'asc' }, { createdAt: 'desc' }],
    include: withEvidence,
  })
}

/** The reader of a joined dataset: that of the main log, and what completed it. */
export const joinedReader = (main: Pick<Dataset, 'readerVersion'>, other: Pick<Dataset, 'sha256'>): string =>
  `${main.readerVersion}&${toHex(other.sha256).slice(0, 16)}`

/** Why `main` cannot be completed by `other`, or null. */
export function whyNotJoined(main: Parent, other: Parent): string | null {
  if (main.caseId !== other.caseId) return 'Only logs of one case are joined.'
  const gone = [main, other].find(({ evidence }) => evidence.state !== 'SEALED')
  if (gone) return `“${gone.evidence.name}” was withdrawn: it can not be joined.`
  const known = ({ format, columns }: Parent) => ({ format, columnsPresent: columns })
  return offeredCompletion(known(main), known(other))
    ? null
    : 'These two logs have no request ids in common to be joined on.'
}
