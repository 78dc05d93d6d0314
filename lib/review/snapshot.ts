/** The snapshot: canonical JSON of everything material, so that an approval is of exactly what the approver saw. */

import { createHash } from 'node:crypto'
import { canonicalText } from '@/lib/custody/canonical'
import { toHex } from '@/lib/custody/hex'
import type { Reader, Tx } from '@/lib/platform/db'

/** What the text of a snapshot says; ids and hashes are text. */
export type SnapshotBody = Awaited<ReturnType<typeof body>>

export type TakenSnapshot = { text: string; hash: Uint8Array<ArrayBuffer> }

/** Layout of the snapshot's text; raised when it changes. */
const snapshotVersion = 1

/** The present snapshot of a case: its RFC 8785 text and the SHA-256 of that text. The caller has checked the scope. */
export async function snapshotOf(from: Reader | Tx, caseId: string): Promise<TakenSnapshot> {
  const text = canonicalText(await body(from, caseId))
  return { text, hash: new Uint8Array(createHash('sha256').update(text, 'utf8').digest()) }
}

async function body(from: Reader | Tx, caseId: string) {
  const [head, subjects, claims, answers, findings, evidence] = await Promise.all([
    from.case.findUniqueOrThrow({
      where: { id: caseId },
      select: { number: true, title: true, facts: true, severity: true },
    }),
    subjectsOf(from, caseId),
    claimsOf(from, caseId),
    from.explanationAnswer.findMany({
      where: { caseId },
      orderBy: { explanation: 'asc' },
      select: { explanation: true, verdict: true, answer: true },
    }),
    findingsOf(from, caseId),
    from.evidenceItem.findMany({
      where: { caseId, state: 'SEALED' },
      orderBy: [{ sha256: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true, name: true, size: true, sha256: true },
    }),
  ])
  return {
    version: snapshotVersion,
    case: head,
    subjects,
    claims,
    answers,
    findings,
    evidence: evidence.map(({ size, sha256, ...item }) => ({
      ...item,
      size: size.toString(),
      sha256: sha256 && toHex(sha256),
    })),
  }
}

async function subjectsOf(from: Reader | Tx, caseId: string) {
  const subjects = await from.subject.findMany({
    where: { caseId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, kind: true, models: true, note: true },
  })
  const accounts = await from.subjectAccount.findMany({
    where: { caseId },
    orderBy: [{ kind: 'asc' }, { identifier: 'asc' }],
    select: { subjectId: true, kind: true, identifier: true, reason: true, confidence: true },
  })
  return subjects.map((subject) => ({
    ...subject,
    accounts: accounts
      .filter(({ subjectId }) => subjectId === subject.id)
      .map(({ subjectId: _, ...account }) => account),
  }))
}

async function claimsOf(from: Reader | Tx, caseId: string) {
  const claims = await from.claim.findMany({
    where: { caseId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      statement: true,
      conductFrom: true,
      conductUntil: true,
      clause: {
        select: {
          number: true,
          text: true,
          version: { select: { label: true, sha256: true, document: { select: { provider: true, title: true } } } },
        },
      },
      citations: {
        orderBy: { id: 'asc' },
        select: { element: true, evidenceId: true, datasetId: true, rowIds: true, findingId: true, note: true },
      },
    },
  })
  return claims.map(({ conductFrom, conductUntil, clause, citations, ...claim }) => ({
    ...claim,
    conductFrom: day(conductFrom),
    conductUntil: day(conductUntil),
    clause: {
      number: clause.number,
      text: clause.text,
      document: clause.version.document,
      version: clause.version.label,
      sha256: toHex(clause.version.sha256),
    },
    citations: citations.map(({ rowIds, ...citation }) => ({ ...citation, rowIds: rowIds.map(String) })),
  }))
}

async function findingsOf(from: Reader | Tx, caseId: string) {
  const findings = await from.finding.findMany({
    where: { caseId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      key: true,
      title: true,
      statement: true,
      run: { select: { kind: true, version: true, request: true, resultSha256: true } },
    },
  })
  return findings.map(({ run, ...finding }) => ({
    ...finding,
    run: {
      kind: run.kind,
      version: run.version,
      request: run.request,
      resultSha256: run.resultSha256 && toHex(run.resultSha256),
    },
  }))
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
