/** Carries out queued runs: computes outside any transaction, stores the result, and completes a run once. */

import { canonicalText } from '@/lib/custody/canonical'
import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, db, type Tx, transact } from '@/lib/platform/db'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { progressNote, type Step } from '@/lib/platform/progress'
import type { Stored } from '@/lib/platform/storage'
import { prepareColumns } from './prepare-columns'
import { evidenceOf, type RunRequest, readRequest } from './run-request'
import { storeResult } from './run-results'

type NoteStep = (step: Step) => Promise<unknown>

/**
 * Computes the result of a request. Throws `AppError` with a sentence for what no retry will mend. What it stored beside the
 * result and names there by hash it hands to `keep`.
 */
export type Compute<R extends RunRequest = RunRequest> = (
  request: R,
  note: NoteStep,
  keep: (stored: Stored) => void,
) => Promise<unknown>

export type Attempt = { runId: string; isLastAttempt: boolean }

/**
 * Carries out a queued run with `compute` and completes it; one that is not queued is left alone, so that it can be called
 * twice. What a retry may mend (a dead engine, a fault) is thrown again until the last attempt; everything else, and the
 * last attempt, ends the run with a sentence.
 */
export async function carryOut<K extends RunRequest['kind']>(
  actor: Actor,
  { runId, isLastAttempt }: Attempt,
  work: { kind: K; version: string; compute: Compute<Extract<RunRequest, { kind: K }>> },
): Promise<void> {
  const run = await db.analysisRun.findUnique({ where: { id: runId } })
  const progress = progressNote(runId)
  if (run?.state !== 'QUEUED') return progress.end()
  try {
    const request = readRequest(run.request)
    if (request.kind !== work.kind) throw new Error(`run ${runId} is not of kind ${work.kind}`)
    if (request.version !== work.version) throw new AppError('unsupported', outdated(request.version, work.version))
    await refuseWithdrawn(db, request)
    const kept: Stored[] = []
    const keep = (stored: Stored) => void kept.push(stored)
    const result = await work.compute(request as Extract<RunRequest, { kind: K }>, progress.note, keep)
    const resultSha256 = await storeResult(canonicalText(result))
    if (work.kind === 'SIGNALS') await prepareColumns(resultSha256)
    await complete(actor, { runId, caseId: run.caseId, request, resultSha256, kept })
  } catch (error) {
    if (!isLastAttempt && isWorthRetrying(error)) throw error
    if (!(error instanceof AppError)) log.error({ err: error, runId }, 'an analysis failed')
    await fail(actor, { runId, caseId: run.caseId, kind: run.kind, reason: publicMessageOf(error) })
  } finally {
    await progress.end()
  }
}

function outdated(asked: string, present: string): string {
  return `This was asked of ${asked}, and this program now has ${present}. Run it again to use the methods of today.`
}

function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'unavailable'
}

async function refuseWithdrawn(reader: Pick<Tx, 'evidenceItem'> | typeof db, request: RunRequest): Promise<void> {
  const where = { id: { in: evidenceOf(request) }, state: 'WITHDRAWN' as const }
  const withdrawn = await reader.evidenceItem.findFirst({ where, select: { name: true } })
  if (withdrawn) throw new AppError('conflict', `“${withdrawn.name}” was withdrawn: it can not be analysed.`)
}

type Completed = {
  runId: string
  caseId: string
  request: RunRequest
  resultSha256: Uint8Array<ArrayBuffer>
  kept: readonly Stored[]
}

async function complete(actor: Actor, { runId, caseId, request, resultSha256, kept }: Completed): Promise<void> {
  const data = { state: 'DONE' as const, resultSha256, finishedAt: now() }
  const kind = request.kind
  await endOnce(actor, runId, data, async ({ tx, record }) => {
    await refuseWithdrawn(tx, request)
    await tx.blob.createMany({ data: kept.map((stored) => ({ ...stored, createdAt: now() })), skipDuplicates: true })
    record({ type: 'analysis.completed', caseId, data: { runId, kind, resultSha256: toHex(resultSha256) } })
  })
}

type Failed = { runId: string; caseId: string; kind: string; reason: string }

async function fail(actor: Actor, { runId, caseId, kind, reason }: Failed): Promise<void> {
  const data = { state: 'FAILED' as const, failure: reason, finishedAt: now() }
  await endOnce(actor, runId, data, async ({ record }) => {
    record({ type: 'analysis.failed', caseId, data: { runId, kind, reason } })
  })
}

type Ending = { state: 'DONE' | 'FAILED'; finishedAt: Date; resultSha256?: Uint8Array<ArrayBuffer>; failure?: string }

class EndedBefore extends Error {}

/** Ends a run that is still queued; when another worker ended it before, nothing happens. */
async function endOnce(actor: Actor, runId: string, data: Ending, work: (door: Door) => Promise<void>): Promise<void> {
  try {
    await transact(actor, async (door) => {
      const ended = await door.tx.analysisRun.updateMany({ where: { id: runId, state: 'QUEUED' }, data })
      if (ended.count === 0) throw new EndedBefore()
      await work(door)
    })
  } catch (error) {
    if (!(error instanceof EndedBefore)) throw error
  }
}
