/** What the summary page shows: the outline of what an export would hold, and the exports that were made. */

import { whyNot } from '@/lib/cases/policy'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { found, must } from '@/lib/platform/policy'
import { caseStanding } from '@/lib/review/standing'
import { summaryContent } from './summary-content'

/** What an export of the case would say, in numbers, with the watermark it would carry and why. */
export async function summaryOutline(actor: PersonActor, number: string) {
  const content = await summaryContent(actor, { number, accounts: false, rows: false })
  const { claims, findings, exhibits, setAside, subjects, explanations, decisions } = content
  const rowsOf = claims.flatMap((claim) => [...claim.citations, ...claim.elements.flatMap((one) => one.citations)])
  return {
    ...{ watermark: content.watermark, asOf: content.asOf, snapshot: content.snapshot },
    subjects: subjects.map(({ name, accounts }) => ({ name, accounts: accounts.count })),
    accounts: subjects.reduce((sum, { accounts }) => sum + accounts.count, 0),
    claims: claims.map(({ clause }) => `${clause.number} ${clause.title}`),
    findings: findings.map(({ title }) => title),
    unanswered: explanations.filter(({ verdict }) => verdict === null).length,
    ...{ explanations: explanations.length, decisions: decisions.length },
    ...{ exhibits: exhibits.length, setAside: setAside.length },
    citedRows: new Set(rowsOf.flatMap(({ exhibit, rowIds }) => rowIds.map((row) => `${exhibit} ${row}`))).size,
  }
}

export type SummaryOutline = Awaited<ReturnType<typeof summaryOutline>>

/** The exports of a case, latest first. */
export async function caseExports(actor: PersonActor, number: string) {
  const rows = await db.export.findMany({
    where: { case: { AND: [within(actor), { number }] } },
    orderBy: [{ exportedAt: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, format: true, watermark: true, sha256: true, size: true, headSeq: true, exportedAt: true },
      exportedBy: { select: { name: true } },
    },
  })
  return rows.map(({ sha256, size, headSeq, exportedBy, ...row }) => ({
    ...row,
    sha256: toHex(sha256),
    size: Number(size),
    headSeq: Number(headSeq),
    exportedBy: exportedBy.name,
  }))
}

export type CaseExport = Awaited<ReturnType<typeof caseExports>>[number]

/** One kept export whose case the actor may export; not found out of scope, forbidden otherwise. */
export async function keptExport(actor: PersonActor, id: string) {
  const row = found(
    await db.export.findFirst({
      where: { id, case: within(actor) },
      select: {
        ...{ id: true, format: true, watermark: true, sha256: true, size: true, headSeq: true, caseId: true },
        case: { select: { number: true } },
      },
    }),
    'export',
  )
  must(await exportRefusal(actor, row.case.number))
  return row
}

/** Why the actor may not export this case, in one sentence, or null. */
export async function exportRefusal(actor: PersonActor, number: string): Promise<string | null> {
  return whyNot(actor, 'export', await caseStanding(actor, { number }))
}
