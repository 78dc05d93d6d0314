/** What a demonstration log showed: its strongest cluster and account as findings, and the rows behind them. */

import { addFinding } from '@/lib/analysis/findings/finding-commands'
import { type FindingKey, writeFindingKey } from '@/lib/analysis/findings/finding-key'
import { proposeFinding } from '@/lib/analysis/findings/finding-proposal'
import { resultOf } from '@/lib/analysis/runs/result-queries'
import { sealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { signalOf } from '@/lib/signals/signals'
import type { SeededCase } from './steps'

export type Analysed = { datasetId: string; runId: string }

/** The cluster with the highest score, and the account that ranks first. */
export async function strongest(runId: string) {
  const { resultSha256 } = await db.analysisRun.findUniqueOrThrow({ where: { id: runId } })
  if (!resultSha256) throw new Error('The demonstration log has no result.')
  const analysis = await sealedAnalysis(resultSha256)
  const [[cluster], first] = await Promise.all([
    analysis.clustersPage({ offset: 0, limit: 1 }),
    analysis.accountsPage({ offset: 0, limit: 1 }),
  ])
  const account = first.rows[0]?.ranked.account
  if (!account) throw new Error('The demonstration log has no accounts.')
  return { cluster, account }
}

/** Puts `key` of the run into the case once; answers the finding's id. */
export async function findingOnce(
  actor: PersonActor,
  theCase: SeededCase,
  { runId }: Analysed,
  key: FindingKey,
): Promise<string> {
  const stored = writeFindingKey(key)
  const known = await db.finding.findUnique({ where: { runId_key: { runId, key: stored } }, select: { id: true } })
  if (known) return known.id
  const { result } = await resultOf(actor, { number: theCase.number, id: runId }, key)
  const proposal = result && proposeFinding(result, key)
  if (!proposal) throw new Error(`The demonstration log holds no ${stored}.`)
  const { findingId } = await addFinding(actor, { number: theCase.number, runId, key: stored, ...proposal })
  return findingId
}

/** Row ids that carry `reasoning-elicitation` for an account, strongest first. */
export async function rowsOf(datasetId: string, account: string): Promise<string[]> {
  const dataset = await db.dataset.findUniqueOrThrow({ where: { id: datasetId }, select: { sha256: true } })
  const signal = signalOf('reasoning-elicitation')
  if (!signal) return []
  const { sql, params } = signal.rowsBehind({ path: blobPath(dataset.sha256), account, limit: 12, offset: 0 })
  const rows = await batchEngine().rows<{ row_id: string | number }>(sql, params)
  return rows.map(({ row_id }) => String(row_id))
}
