/** Importing and withdrawing reference data: bytes first, then one change with its event. */

import { createHash } from 'node:crypto'
import { toHex } from '@/lib/custody/hex'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { putBytes } from '@/lib/platform/storage'
import { readReleases, releasesText } from '@/lib/signals/brought/release-calendar'
import { promptSetText, readPromptSet } from '@/lib/signals/references/prompt-set'
import type { ReferenceKind } from '@/prisma/generated/enums'
import { whyNotKeep, whyNotWithdraw } from './policy'
import type { ImportCalendar, ImportPromptSet, WithdrawReference } from './schema'
import { textOfFile } from './text-of-file'

/** Imports a set of prompts. With `hashesOnly` no text of it is kept anywhere. */
export async function importPromptSet(
  actor: PersonActor,
  { file, hashesOnly, ...said }: ImportPromptSet,
): Promise<void> {
  must(whyNotKeep(actor))
  const { text, bytes } = await textOfFile(file)
  const set = readPromptSet(text, { hashesOnly })
  const kept = { kind: 'PROMPT_SET', text: promptSetText(set), entries: set.prompts.length, hashesOnly } as const
  await keep(actor, { ...said, ...kept, original: bytes })
}

/** Imports a calendar of model releases. */
export async function importCalendar(actor: PersonActor, { file, ...said }: ImportCalendar): Promise<void> {
  must(whyNotKeep(actor))
  const { text, bytes } = await textOfFile(file)
  const releases = readReleases(text)
  if (releases.length === 0)
    throw new AppError('invalid-input', 'The calendar names no release. Give lines of model,time.')
  const kept = {
    kind: 'RELEASE_CALENDAR',
    text: releasesText(releases),
    entries: releases.length,
    hashesOnly: false,
  } as const
  await keep(actor, { ...said, ...kept, original: bytes })
}

/** Takes reference data out of use. Results that used it stay as they are, and so do its bytes. */
export async function withdrawReference(actor: PersonActor, { referenceId, reason }: WithdrawReference): Promise<void> {
  must(whyNotKeep(actor))
  await transact(actor, async ({ tx, record }) => {
    const reference = found(await tx.reference.findUnique({ where: { id: referenceId } }), 'reference')
    const changed = await tx.reference.updateMany({
      where: { id: referenceId, withdrawnAt: null },
      data: { withdrawnAt: now(), reason },
    })
    if (changed.count === 0) must(whyNotWithdraw({ withdrawnAt: reference.withdrawnAt ?? now() }))
    record({ type: 'reference.withdrawn', caseId: null, data: { referenceId, name: reference.name, reason } })
  })
}

type Kept = {
  kind: ReferenceKind
  name: string
  source: string
  licence: string
  text: string
  entries: number
  hashesOnly: boolean
  original: Uint8Array
}

async function keep(actor: PersonActor, { text, original, ...said }: Kept): Promise<void> {
  const stored = await putBytes(text)
  const originalSha256 = new Uint8Array(createHash('sha256').update(original).digest())
  const { name, kind, source, licence, entries, hashesOnly } = said
  await transact(actor, async ({ tx, record }) => {
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`reference ${name}`}, 0))) AS taken`
    const taken = await tx.reference.findFirst({
      where: { kind, withdrawnAt: null, OR: [{ name }, { sha256: stored.sha256 }] },
    })
    if (taken)
      throw new AppError(
        'conflict',
        `“${taken.name}” is in use already${taken.name === name ? ' under this name' : ' and says the same'}. Withdraw it first.`,
      )
    await tx.blob.createMany({ data: { ...stored, createdAt: now() }, skipDuplicates: true })
    const { id } = await tx.reference.create({
      data: { ...said, originalSha256, sha256: stored.sha256, addedById: actor.id, addedAt: now() },
    })
    const hashes = { sha256: toHex(stored.sha256), originalSha256: toHex(originalSha256) }
    record({
      type: 'reference.imported',
      caseId: null,
      data: { referenceId: id, kind, name, source, licence, entries, hashesOnly, ...hashes },
    })
  })
}
