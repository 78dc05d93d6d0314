/** Runs with what they rest on and, once complete, their results; always through the case. */

import { type CollectedModel, collectedModels } from '@/lib/analysis/comparison/collected-models'
import type { FindingKey } from '@/lib/analysis/findings/finding-key'
import type { RunResult } from '@/lib/analysis/findings/finding-proposal'
import { runOf } from '@/lib/analysis/queries'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { AnalysisRun } from '@/prisma/generated/client'
import { evidenceOf, type RunRequest, readRequest } from './run-request'
import { readResult } from './run-results'
import { partFor, sealedAnalysis } from './sealed-analysis'

type RunProgress = { step: string; done: number; total: number | null; unit: string; startedAt: Date }

/** One run as pages show it. `withdrawn` names the inputs that were withdrawn since. */
export type RunView = {
  id: string
  kind: 'SIGNALS' | 'COMPARISON'
  version: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  request: RunRequest
  requestText: string
  requestedBy: string | null
  createdAt: Date
  finishedAt: Date | null
  failure: string | null
  resultSha256: string | null
  withdrawn: string[]
  /** What collections recorded of the outputs that they asked for; none of a run over logs. */
  collected: CollectedModel[]
  progress: RunProgress | null
}

type StoredRun = AnalysisRun & { requestedBy: { name: string } | null }

/** The runs of a case, newest first. */
export async function caseRuns(actor: Actor, caseId: string): Promise<RunView[]> {
  const runs = await db.analysisRun.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { requestedBy: { select: { name: true } } },
  })
  return viewsOf(runs)
}

/** A run of the case with what `finding` rests on of its result; `result` is null until it is complete. */
export async function resultOf(actor: Actor, key: { number: string; id: string }, finding: FindingKey | null = null) {
  const stored = await runOf(actor, key)
  const [run] = await viewsOf([stored])
  return { run: run as RunView, case: stored.case, result: await resultOfStored(stored, finding) }
}

/** Of the result of a run that was found within scope, what `finding` rests on: of signals that part alone. */
export async function resultOfStored(
  run: Pick<AnalysisRun, 'kind' | 'state' | 'resultSha256'>,
  finding: FindingKey | null,
): Promise<RunResult | null> {
  if (run.state !== 'DONE' || !run.resultSha256) return null
  return run.kind === 'SIGNALS'
    ? { kind: 'SIGNALS', ...(await partFor(await sealedAnalysis(run.resultSha256), finding)) }
    : { kind: 'COMPARISON', result: await readResult<ComparisonResult>(run.resultSha256) }
}

/** Runs as views: with their progress, and the names of inputs withdrawn since. */
export async function viewsOf(runs: StoredRun[]): Promise<RunView[]> {
  const requests = new Map(runs.map((run) => [run.id, readRequest(run.request)]))
  const evidenceIds = [...new Set([...requests.values()].flatMap(evidenceOf))]
  const outputs = [...requests.values()].flatMap((one) => (one.kind === 'COMPARISON' ? evidenceOf(one) : []))
  const [notes, withdrawn, collected] = await Promise.all([
    db.jobProgress.findMany({ where: { subjectId: { in: runs.map(({ id }) => id) } } }),
    db.evidenceItem.findMany({
      where: { id: { in: evidenceIds }, state: 'WITHDRAWN' },
      select: { id: true, name: true },
    }),
    collectedModels(outputs),
  ])
  return runs.map((run) => {
    const request = requests.get(run.id) as RunRequest
    const note = notes.find(({ subjectId }) => subjectId === run.id)
    const used = evidenceOf(request)
    return {
      ...{ id: run.id, kind: run.kind, version: run.version, request, requestText: run.request },
      state: stateOf(run.state, note !== undefined),
      requestedBy: run.requestedBy?.name ?? null,
      ...{ createdAt: run.createdAt, finishedAt: run.finishedAt, failure: run.failure },
      resultSha256: run.resultSha256 ? toHex(run.resultSha256) : null,
      withdrawn: withdrawn.filter(({ id }) => used.includes(id)).map(({ name }) => name),
      collected: collected.filter(({ evidenceId }) => used.includes(evidenceId)),
      progress: note
        ? { ...note, done: Number(note.done), total: note.total === null ? null : Number(note.total) }
        : null,
    }
  })
}

function stateOf(state: AnalysisRun['state'], hasProgress: boolean): RunView['state'] {
  if (state === 'DONE') return 'done'
  if (state === 'FAILED') return 'failed'
  return hasProgress ? 'running' : 'waiting'
}
