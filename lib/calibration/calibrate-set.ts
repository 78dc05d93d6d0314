/** Carries out a queued calibration from the stored bytes of its models, and keeps the profile under its hash. */

import { outputsOfAll } from '@/lib/analysis/comparison/stored-outputs'
import { calibrate, canonicalProfile } from '@/lib/comparison/calibration/calibrate'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { type ProgressNote, progressNote } from '@/lib/platform/progress'
import { putBytes } from '@/lib/platform/storage'
import { readSetModels } from './set-models'

type Attempt = { calibrationId: string; isLastAttempt: boolean }

/** Calibrates once; one that is not queued is left alone, so that it can be called twice. */
export async function runCalibration(actor: Actor, { calibrationId: id, isLastAttempt }: Attempt): Promise<void> {
  const asked = await db.calibration.findUnique({ where: { id }, include: { version: { include: { set: true } } } })
  const progress = progressNote(id)
  if (asked?.state !== 'QUEUED') return progress.end()
  const { version } = asked
  const named = { calibrationId: id, name: version.set.name, version: version.version }
  try {
    if (asked.fusion !== fusionVersion)
      throw new AppError('unsupported', 'The methods changed meanwhile. Ask for the calibration again.')
    const profile = await profileOf(version, progress.note)
    const stored = await putBytes(canonicalProfile(profile))
    await transact(actor, async ({ tx, record }) => {
      await tx.blob.createMany({ data: { ...stored, createdAt: now() }, skipDuplicates: true })
      const data = { state: 'DONE' as const, profileName: profile.id, sha256: stored.sha256, finishedAt: now() }
      await tx.calibration.updateMany({ where: { id, state: 'QUEUED' }, data })
      const sha256 = toHex(stored.sha256)
      record({ type: 'calibration.completed', caseId: null, data: { ...named, profile: profile.id, sha256 } })
    })
  } catch (error) {
    if (!isLastAttempt && !(error instanceof AppError)) throw error
    const reason = publicMessageOf(error)
    await transact(actor, async ({ tx, record }) => {
      const data = { state: 'FAILED' as const, failure: reason, finishedAt: now() }
      await tx.calibration.updateMany({ where: { id, state: 'QUEUED' }, data })
      record({ type: 'calibration.failed', caseId: null, data: { ...named, reason } })
    })
  } finally {
    await progress.end()
  }
}

type Version = { models: string; relations: string; relationsSha256: Uint8Array }

async function profileOf({ models: listed, relations, relationsSha256 }: Version, note: ProgressNote['note']) {
  const files = readSetModels(listed)
  const stored = files.map(({ file, ...model }) => ({ ...model, evidenceName: file }))
  const tell = (done: number) => note({ step: 'Reading model outputs', done, total: files.length, unit: 'models' })
  return calibrate({
    models: await outputsOfAll(stored, tell),
    relations: readRelations(relations),
    relationsSha256: toHex(relationsSha256),
    onProgress: ({ done, total }) => note({ step: 'Scoring line-ups', done, total, unit: 'line-ups' }),
  })
}
