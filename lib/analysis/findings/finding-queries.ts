/** The findings of a case: for its page, and whole for exports. */

import { type RunView, resultOfStored, viewsOf } from '@/lib/analysis/runs/result-queries'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { exhibitOf, type FindingExhibit } from './finding-exhibit'
import { readFindingKey } from './finding-key'
import { measureLine } from './finding-proposal'

const include = {
  addedBy: { select: { name: true } },
  run: { include: { requestedBy: { select: { name: true } } } },
  citations: { select: { id: true, claim: { select: { id: true, position: true } } } },
} as const

/** Findings in the order in which they were added, with their run and how often claims cite them. */
export async function caseFindings(actor: Actor, caseId: string) {
  const findings = await db.finding.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    include,
  })
  const views = await viewsOf(findings.map(({ run }) => run))
  return Promise.all(
    findings.map(async ({ run, addedBy, citations, ...finding }, i) => {
      const key = readFindingKey(finding.key)
      const result = await resultOfStored(run, key)
      return {
        ...finding,
        ...{ addedBy: addedBy.name, citations: citations.length, run: views[i] as RunView },
        measure: key && result ? measureLine(result, key) : null,
      }
    }),
  )
}

export type CaseFinding = Awaited<ReturnType<typeof caseFindings>>[number]

/** The keys of a run's results that are findings already, with their ids. */
export async function findingsOfRun(actor: Actor, runId: string): Promise<Map<string, string>> {
  const findings = await db.finding.findMany({
    where: { runId, case: within(actor) },
    select: { id: true, key: true },
  })
  return new Map(findings.map(({ id, key }) => [key, id]))
}

/**
 * Everything an export says about each finding, in the order of the case's page: statement, method and version, its
 * definition, the data of its chart, its error statement, and the hashes of inputs and result. Findings whose evidence was
 * withdrawn come with `withdrawn` set and are not to be exported as standing.
 */
export async function findingsForExport(actor: Actor, caseId: string): Promise<FindingExhibit[]> {
  const findings = await db.finding.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    include,
  })
  const views = await viewsOf(findings.map(({ run }) => run))
  const exhibits: FindingExhibit[] = []
  for (const [i, { run, ...finding }] of findings.entries()) {
    const view = views[i]
    const result = await resultOfStored(run, readFindingKey(finding.key))
    if (!view || !result || !run.resultSha256) continue
    exhibits.push(exhibitOf({ finding, run: view, result, resultSha256: toHex(run.resultSha256) }))
  }
  return exhibits
}
