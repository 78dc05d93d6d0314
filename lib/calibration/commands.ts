/** Making reference sets, documenting relations as new versions, and asking for calibrations. */

import { createHash } from 'node:crypto'
import { chosenFiles } from '@/lib/analysis/comparison/chosen-models'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { runCalibrationJob } from './jobs'
import { whyNotCalibrate } from './policy'
import type { ChangeRelations, MakeReferenceSet, RequestCalibration } from './schema'
import { readSetModels, type SetModel, writeSetModels } from './set-models'

/** Makes a set of models of a case's sealed outputs with their relations; the bytes are the case's, by their hashes. */
export async function makeReferenceSet(actor: PersonActor, { name, number, models, ...input }: MakeReferenceSet) {
  must(whyNotCalibrate(actor))
  return transact(actor, async ({ tx, record }) => {
    const theCase = found(await tx.case.findFirst({ where: { AND: [within(actor), { number }] } }), 'case')
    if (await tx.referenceSet.findUnique({ where: { name } }))
      throw new AppError('conflict', `There is a reference set “${name}” already. Open it and enter a new version.`)
    const chosen = await chosenFiles(tx, theCase.id, models)
    const set = await tx.referenceSet.create({ data: { name, createdById: actor.id, createdAt: now() } })
    const version = versionData(actor, { ...input, models: chosen, setId: set.id, version: 1 })
    await tx.referenceSetVersion.create({ data: version })
    const relationsSha256 = toHex(version.relationsSha256)
    record({
      type: 'reference-set.version-added',
      caseId: theCase.id,
      data: { setId: set.id, name, version: 1, models: chosen.length, relationsSha256, note: input.note },
    })
    return { setId: set.id, href: `/settings/calibration/${set.id}` }
  })
}

/** Documents relations anew as the next version; the versions before and their profiles stay. */
export async function changeRelations(actor: PersonActor, { setId, seen, relations, note }: ChangeRelations) {
  must(whyNotCalibrate(actor))
  await transact(actor, async ({ tx, record }) => {
    const set = found(await tx.referenceSet.findUnique({ where: { id: setId } }), 'reference set')
    const last = await tx.referenceSetVersion.findFirst({ where: { setId }, orderBy: { version: 'desc' } })
    if (!last || last.version !== seen)
      throw new AppError('conflict', 'Somebody entered another version meanwhile. Open the set again and compare.')
    const models = readSetModels(last.models)
    const version = versionData(actor, { relations, note, models, setId, version: seen + 1 })
    await tx.referenceSetVersion.create({ data: version })
    const relationsSha256 = toHex(version.relationsSha256)
    record({
      type: 'reference-set.version-added',
      caseId: null,
      data: { setId, name: set.name, version: seen + 1, models: models.length, relationsSha256, note },
    })
  })
}

/** Asks for the profile of a version by the methods of today; one that failed is taken up again. */
export async function requestCalibration(actor: PersonActor, { versionId }: RequestCalibration): Promise<void> {
  must(whyNotCalibrate(actor))
  await transact(actor, async ({ tx, record, enqueue }) => {
    const version = found(
      await tx.referenceSetVersion.findUnique({ where: { id: versionId }, include: { set: true } }),
      'reference set',
    )
    const asked = {
      state: 'QUEUED' as const,
      requestedById: actor.id,
      createdAt: now(),
      failure: null,
      finishedAt: null,
    }
    const known = await tx.calibration.findUnique({
      where: { versionId_fusion: { versionId, fusion: fusionVersion } },
    })
    if (known && known.state !== 'FAILED')
      throw new AppError('conflict', 'This version is calibrated already, or about to be, by the methods of today.')
    const { id } = known
      ? await tx.calibration.update({ where: { id: known.id }, data: asked })
      : await tx.calibration.create({ data: { versionId, fusion: fusionVersion, ...asked } })
    await enqueue(runCalibrationJob, { calibrationId: id }, { key: `calibration:${id}` })
    record({
      type: 'calibration.requested',
      caseId: null,
      data: { calibrationId: id, name: version.set.name, version: version.version, fusion: fusionVersion },
    })
  })
}

type Entered = { setId: string; version: number; models: SetModel[]; relations: string; note: string }

/** A version as it is stored. Refuses relations that cannot be read, or that name too few of the models. */
function versionData(actor: PersonActor, { models, relations, ...entered }: Entered) {
  const named = new Set(readRelations(relations).models.map(({ model }) => model))
  const usable = models.filter(({ name }) => named.has(name)).length
  if (usable < 10) {
    throw new AppError(
      'invalid-input',
      `The relations name ${usable} of the ${models.length} chosen models: a calibration needs ten or more.`,
    )
  }
  const relationsSha256 = new Uint8Array(createHash('sha256').update(relations).digest())
  return {
    ...{ ...entered, models: writeSetModels(models), relations, relationsSha256 },
    ...{ createdById: actor.id, createdAt: now() },
  }
}
