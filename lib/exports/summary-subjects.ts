/** The subjects of a case with their accounts, which a summary counts and commits to by the hash of their list. */

import { createHash } from 'node:crypto'
import { toHex } from '@/lib/custody/hex'
import type { Confidence, IdentifierKind } from '@/prisma/generated/enums'
import type { SummaryReader } from './summary-reader'

export type SummaryAccount = { identifier: string; kind: IdentifierKind; confidence: Confidence; reason: string }

export type SummarySubject = {
  name: string
  kind: 'ORGANISATION' | 'PERSON'
  models: string[]
  note: string
  accounts: { count: number; confirmed: number; probable: number; possible: number; listSha256: string }
}

/** Subjects in the order in which they were added, and beside each its accounts sorted by kind and identifier. */
export async function summarySubjects(from: SummaryReader, caseId: string) {
  const subjects = await from.subject.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, kind: true, models: true, note: true },
  })
  const accounts = await from.subjectAccount.findMany({
    where: { caseId },
    orderBy: [{ kind: 'asc' }, { identifier: 'asc' }],
    select: { subjectId: true, identifier: true, kind: true, confidence: true, reason: true },
  })
  return subjects.map(({ id, ...subject }) => {
    const own = accounts.filter(({ subjectId }) => subjectId === id).map(({ subjectId: _, ...account }) => account)
    return { subject: { ...subject, accounts: countOf(own) } satisfies SummarySubject, accounts: own }
  })
}

function countOf(accounts: SummaryAccount[]): SummarySubject['accounts'] {
  const of = (confidence: string) => accounts.filter((account) => account.confidence === confidence).length
  return {
    count: accounts.length,
    confirmed: of('CONFIRMED'),
    probable: of('PROBABLE'),
    possible: of('POSSIBLE'),
    listSha256: listHash(accounts),
  }
}

/** SHA-256 of the lines `KIND identifier` in UTF-8, sorted by code point, each ended by a line feed: anybody can make it again. */
function listHash(accounts: Pick<SummaryAccount, 'kind' | 'identifier'>[]): string {
  const lines = accounts.map(({ kind, identifier }) => Buffer.from(`${kind} ${identifier}\n`, 'utf8'))
  const hash = createHash('sha256')
  for (const line of lines.sort(Buffer.compare)) hash.update(line)
  return toHex(hash.digest())
}
