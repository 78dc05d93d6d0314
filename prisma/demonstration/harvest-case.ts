/** The case worth reading first: a pool of accounts harvests reasoning; submitted, so that a reviewer can take it. */

import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { submitCase } from '@/lib/review/submission'
import { accountsOnce, answersOnce, claimOnce, memberOnce, subjectOnce } from './claims'
import { comparedOnce } from './comparison'
import { withFolder, writeLog } from './files'
import { answers, dividing, facts, subject, title, training, whyTheirs } from './harvest-words'
import type { Cast } from './people'
import { type Analysed, findingOnce, rowsOf, strongest } from './signals'
import { analysedLogOnce, caseOnce, evidenceOnce, type SeededCase } from './steps'
import type { DemoClauses } from './terms'

const log = { rows: 200_000, accounts: 2000, campaign: 60, seed: 7, start: '2026-09-01T00:00:00Z' }

/** Files, analyses, argues and submits the case; goes on where an earlier run stopped. */
export async function seedHarvestCase({ analyst, secondAnalyst }: Cast, clauses: DemoClauses): Promise<void> {
  const theCase = await caseOnce(analyst, { title, severity: 'HIGH', facts })
  const { state } = await db.case.findUniqueOrThrow({ where: { id: theCase.id }, select: { state: true } })
  if (state !== 'DRAFT') return
  await memberOnce(analyst, theCase, secondAnalyst.id)
  const evidenceId = await logOnce(analyst, theCase)
  const analysed = await analysedLogOnce(theCase, evidenceId)
  const { cluster, account } = await strongest(analysed.runId)
  const subjectId = await subjectOnce(analyst, theCase, subject)
  await accountsOnce(analyst, subjectId, cluster?.accounts ?? [account], whyTheirs)
  const findings = await findingsOnce(analyst, theCase, analysed, { cluster, account })
  const rowIds = await rowsOf(analysed.datasetId, account)
  const exhibits = { ...findings, evidenceId, datasetId: analysed.datasetId, rowIds }
  await trainingClaimOnce(analyst, theCase, { clauseId: clauses.competingModel, ...exhibits })
  await dividingClaimOnce(analyst, theCase, { clauseId: clauses.circumvention, ...exhibits })
  await answersOnce(analyst, theCase, answers)
  await submitCase(analyst, { number: theCase.number })
}

function logOnce(analyst: PersonActor, theCase: SeededCase): Promise<string> {
  return withFolder(async (folder) => {
    const path = await writeLog(folder, log)
    return evidenceOnce(analyst, theCase, { path, name: 'usage-september-2026-synthetic.jsonl', kind: 'USAGE_LOG' })
  })
}

async function findingsOnce(
  analyst: PersonActor,
  theCase: SeededCase,
  analysed: Analysed,
  { cluster, account }: { cluster: { id: string } | undefined; account: string },
) {
  const ofAccount = { kind: 'signal', signal: 'reasoning-elicitation', account } as const
  const elicitation = await findingOnce(analyst, theCase, analysed, ofAccount)
  const pool = cluster
    ? await findingOnce(analyst, theCase, analysed, { kind: 'cluster', id: cluster.id })
    : elicitation
  return { elicitation, pool, likeness: await comparedOnce(analyst, theCase, 7) }
}

type Exhibits = Awaited<ReturnType<typeof findingsOnce>> & {
  clauseId: string
  evidenceId: string
  datasetId: string
  rowIds: string[]
}

async function trainingClaimOnce(analyst: PersonActor, theCase: SeededCase, exhibits: Exhibits): Promise<void> {
  const { clauseId, evidenceId, datasetId, rowIds, elicitation, likeness } = exhibits
  await claimOnce(analyst, theCase, { clauseId, ...training }, [
    { element: 0, datasetId, rowIds, note: 'Requests for the reasoning behind finished answers' },
    { element: 0, findingId: elicitation, note: 'The share of such requests, against peers' },
    { element: 1, findingId: likeness, note: 'How like the candidates the suspect answers, and what that weighs' },
    { element: 2, evidenceId, note: 'The log from which the dataset was made' },
  ])
}

async function dividingClaimOnce(analyst: PersonActor, theCase: SeededCase, exhibits: Exhibits): Promise<void> {
  const { clauseId, datasetId, rowIds, pool } = exhibits
  await claimOnce(analyst, theCase, { clauseId, ...dividing }, [
    { element: 0, findingId: pool, note: 'The accounts and what links them' },
    { element: 1, datasetId, rowIds: rowIds.slice(0, 3), note: 'Work that went on from another account' },
  ])
}
