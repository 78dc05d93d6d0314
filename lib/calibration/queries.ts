/** Reference sets, their versions and profiles, which everybody who is signed in may see: they hold names and figures, no text. */

import { readFile } from 'node:fs/promises'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import { defaultProfile, profileIn } from '@/lib/comparison/weights/profile-file'
import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found } from '@/lib/platform/policy'
import { blobPath } from '@/lib/platform/storage'
import { readSetModels } from './set-models'

/** All sets with their last version and how often they were calibrated. */
export async function referenceSets(_actor: Actor) {
  const sets = await db.referenceSet.findMany({
    orderBy: { name: 'asc' },
    include: {
      createdBy: { select: { name: true } },
      versions: { orderBy: { version: 'desc' }, include: { _count: { select: { calibrations: true } } } },
    },
  })
  return sets.map(({ versions, ...set }) => ({
    ...set,
    version: versions[0]?.version ?? 0,
    models: versions[0] ? readSetModels(versions[0].models).length : 0,
    calibrations: versions.reduce((sum, { _count }) => sum + _count.calibrations, 0),
  }))
}

export type ReferenceSetRow = Awaited<ReturnType<typeof referenceSets>>[number]

/** One set with a version of it (the last unless `wanted` names another), its calibration by the methods of today, and its profile. */
export async function referenceSet(_actor: Actor, { id, wanted }: { id: string; wanted: number | null }) {
  const set = found(
    await db.referenceSet.findUnique({
      where: { id: identifierOf(id, 'reference set') },
      include: {
        versions: {
          orderBy: { version: 'desc' },
          include: {
            createdBy: { select: { name: true } },
            calibrations: { include: { requestedBy: { select: { name: true } } } },
          },
        },
      },
    }),
    'reference set',
  )
  const version = found(
    set.versions.find(({ version: number }) => wanted === null || number === wanted) ?? null,
    'version',
  )
  const calibration = version.calibrations.find(({ fusion }) => fusion === fusionVersion) ?? null
  const note = calibration && (await db.jobProgress.findUnique({ where: { subjectId: calibration.id } }))
  return {
    ...{ set, version, calibration },
    models: readSetModels(version.models),
    table: readRelations(version.relations),
    progress: note && {
      step: note.step,
      done: Number(note.done),
      total: note.total === null ? null : Number(note.total),
    },
    profile: calibration?.sha256 ? await profileUnder(calibration.sha256) : null,
  }
}

export type ReferenceSetPage = Awaited<ReturnType<typeof referenceSet>>

/** The profile that ships with the program; null when it is of other methods than these. */
export async function shippedProfile(_actor: Actor) {
  return defaultProfile
}

/** Profiles that a comparison may be weighed by, newest first. */
export async function usableProfiles(_actor: Actor): Promise<{ id: string; label: string }[]> {
  const done = await db.calibration.findMany({
    where: { state: 'DONE', fusion: fusionVersion },
    orderBy: [{ finishedAt: 'desc' }, { id: 'asc' }],
    include: { version: { include: { set: { select: { name: true } } } } },
  })
  return done.map(({ id, profileName, sha256, version }) => ({
    id,
    label: `${version.set.name}, version ${version.version} (${profileName}, ${sha256 ? toHex(sha256).slice(0, 12) : ''})`,
  }))
}

/** The stored bytes of a calibration's profile under the name by which a command to reproduce calls them. */
export async function profileDownload(_actor: Actor, id: string): Promise<{ name: string; bytes: Buffer }> {
  const row = await db.calibration.findUnique({ where: { id: identifierOf(id, 'profile') }, select: { sha256: true } })
  const sha256 = found(row?.sha256 ?? null, 'profile')
  return { name: `${id}.json`, bytes: await readFile(blobPath(sha256)) }
}

async function profileUnder(sha256: Uint8Array) {
  return profileIn(toHex(sha256).slice(0, 12), await readFile(blobPath(sha256), 'utf8'))
}
