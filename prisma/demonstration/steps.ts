/** Steps of a demonstration case, each done once however often the seed is run. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { requestSignals } from '@/lib/analysis/commands'
import { runComparison } from '@/lib/analysis/comparison/comparison-commands'
import { runSignals } from '@/lib/analysis/runs/signals-commands'
import { fileCase } from '@/lib/cases/commands'
import { readLog } from '@/lib/evidence/read-log'
import { finishUpload, startUpload } from '@/lib/evidence/receive-upload'
import type { Kind } from '@/lib/evidence/schema'
import { sealEvidence } from '@/lib/evidence/seal-evidence'
import { makeUploadFolder, uploadPath } from '@/lib/evidence/upload-files'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { Severity } from '@/prisma/generated/enums'

export type SeededCase = { id: string; number: string }

const worker = systemActor('Demonstration')

/** The case of this title, filed now if it is not there. */
export async function caseOnce(
  filer: PersonActor,
  input: { title: string; severity: Severity; facts: string },
): Promise<SeededCase> {
  const known = await db.case.findFirst({
    where: { title: input.title, filerId: filer.id },
    select: { id: true, number: true },
  })
  if (known) return known
  const { number } = await fileCase(filer, input)
  return db.case.findUniqueOrThrow({ where: { number }, select: { id: true, number: true } })
}

type File = { path: string; name: string; kind: Kind }

/** Hands in a file by the way that uploads take, and seals it; answers the evidence item's id. */
export async function evidenceOnce(
  actor: PersonActor,
  { id: caseId }: SeededCase,
  { path, name, kind }: File,
): Promise<string> {
  const known = await db.evidenceItem.findFirst({ where: { caseId, name }, select: { id: true } })
  const evidenceId = known?.id ?? (await handIn(actor, caseId, { path, name, kind }))
  await sealEvidence(worker, { evidenceId })
  return evidenceId
}

async function handIn(actor: PersonActor, caseId: string, { path, name, kind }: File): Promise<string> {
  const { size } = await stat(path)
  const sha256 = await sha256Of(path)
  const uploadId = crypto.randomUUID()
  await startUpload(actor, { uploadId, caseId, kind, name, size, fingerprint: sha256 })
  await makeUploadFolder()
  await copyFile(path, uploadPath(uploadId))
  return finishUpload(actor, { uploadId, sha256 })
}

/** Makes the dataset of a sealed log, measures its signals, and answers both ids. */
export async function analysedLogOnce(
  theCase: SeededCase,
  evidenceId: string,
): Promise<{ datasetId: string; runId: string }> {
  await readLog(worker, { evidenceId, attempt: 1 })
  const { id: datasetId } = await db.dataset.findFirstOrThrow({ where: { evidenceId }, select: { id: true } })
  const { runId } = await requestSignals(worker, { number: theCase.number, datasetIds: [datasetId] })
  await runSignals(worker, { runId, isLastAttempt: true })
  return { datasetId, runId }
}

/** Carries out a comparison that was asked for. */
export async function carryOutComparison(runId: string): Promise<void> {
  await runComparison(worker, { runId, isLastAttempt: true })
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
