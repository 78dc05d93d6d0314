/** Keeping the terms ledger: documents, versions with the days they were in force, clauses. A cited version never changes. */

import { createHash } from 'node:crypto'
import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Tx, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { whyNotChangeVersion, whyNotEnterTerms } from './policy'
import type { ClauseInput, VersionInput } from './schema'

/** Adds a document without any version yet. */
export async function addDocument(
  actor: Actor,
  input: { provider: string; title: string },
): Promise<{ documentId: string }> {
  must(whyNotEnterTerms(actor))
  return transact(actor, async ({ tx, record }) => {
    const taken = await tx.termsDocument.findUnique({ where: { provider_title: input } })
    if (taken) throw new AppError('conflict', 'The ledger has this document already. Add a version to it.')
    const { id } = await tx.termsDocument.create({ data: { ...input, createdAt: now() } })
    record({ type: 'terms.document-added', caseId: null, data: { documentId: id, ...input } })
    return { documentId: id }
  })
}

/** Adds a version of a document with its clauses; the days in force may not overlap another version's. */
export async function addVersion(
  actor: Actor,
  { documentId, clauses, ...input }: VersionInput & { documentId: string },
): Promise<{ versionId: string }> {
  must(whyNotEnterTerms(actor))
  return transact(actor, async ({ tx, record }) => {
    found(await tx.termsDocument.findUnique({ where: { id: documentId } }), 'document')
    await mustFit(tx, { documentId, versionId: null, ...input })
    const sha256 = hashOf(input.text)
    const { id } = await tx.termsVersion.create({
      data: { documentId, ...input, sha256, createdAt: now(), clauses: { create: clauses } },
    })
    const { label, inForceFrom, inForceUntil } = input
    const data = {
      versionId: id,
      label,
      from: day(inForceFrom),
      until: inForceUntil && day(inForceUntil),
      sha256: toHex(sha256),
      clauses: clauses.length,
    }
    record({ type: 'terms.version-added', caseId: null, data })
    return { versionId: id }
  })
}

/** Mends a version that no claim cites yet. */
export async function changeVersion(
  actor: Actor,
  { versionId, clauses, ...input }: VersionInput & { versionId: string },
): Promise<{ versionId: string }> {
  must(whyNotEnterTerms(actor))
  return transact(actor, async ({ tx, record }) => {
    const version = found(await tx.termsVersion.findUnique({ where: { id: versionId } }), 'version')
    await tx.$queryRaw`SELECT id FROM clause WHERE "versionId" = ${versionId}::uuid FOR UPDATE`
    must(whyNotChangeVersion({ citedBy: await tx.claim.count({ where: { clause: { versionId } } }) }))
    await mustFit(tx, { documentId: version.documentId, versionId, ...input })
    const sha256 = hashOf(input.text)
    await replaceClauses(tx, versionId, clauses)
    await tx.termsVersion.update({ where: { id: versionId }, data: { ...input, sha256 } })
    record({
      type: 'terms.version-changed',
      caseId: null,
      data: { versionId, label: input.label, sha256: { from: toHex(version.sha256), to: toHex(sha256) } },
    })
    return { versionId }
  })
}

/** States the last day of a version that was still in force; possible once, also when it is cited. */
export async function endVersion(
  actor: Actor,
  { versionId, inForceUntil }: { versionId: string; inForceUntil: Date },
): Promise<void> {
  must(whyNotEnterTerms(actor))
  await transact(actor, async ({ tx, record }) => {
    const version = found(await tx.termsVersion.findUnique({ where: { id: versionId } }), 'version')
    if (version.inForceUntil) throw new AppError('conflict', 'This version has its last day already.')
    await mustFit(tx, { ...version, versionId, inForceUntil })
    await tx.termsVersion.update({ where: { id: versionId }, data: { inForceUntil } })
    record({
      type: 'terms.version-ended',
      caseId: null,
      data: { versionId, label: version.label, until: day(inForceUntil) },
    })
  })
}

type Span = {
  documentId: string
  versionId: string | null
  label: string
  inForceFrom: Date
  inForceUntil: Date | null
}

async function mustFit(tx: Tx, { documentId, versionId, label, inForceFrom, inForceUntil }: Span): Promise<void> {
  if (inForceUntil && inForceUntil < inForceFrom)
    throw new AppError('invalid-input', 'The last day in force lies before the first.')
  const others = await tx.termsVersion.findMany({ where: { documentId, ...(versionId && { id: { not: versionId } }) } })
  if (others.some((other) => other.label === label))
    throw new AppError('conflict', `There is a version “${label}” already.`)
  const clash = others.find(
    (other) =>
      (inForceUntil === null || other.inForceFrom <= inForceUntil) &&
      (other.inForceUntil === null || inForceFrom <= other.inForceUntil),
  )
  if (clash)
    throw new AppError(
      'conflict',
      `Version “${clash.label}” was in force on some of these days. Give it its last day first.`,
    )
}

async function replaceClauses(tx: Tx, versionId: string, clauses: ClauseInput[]): Promise<void> {
  await tx.clause.deleteMany({ where: { versionId } })
  await tx.clause.createMany({ data: clauses.map((clause) => ({ ...clause, versionId })) })
}

const hashOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(text, 'utf8').digest())

const day = (date: Date): string => date.toISOString().slice(0, 10)
