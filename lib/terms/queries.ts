/** Reads of the terms ledger, which is open to everybody who is signed in. */

import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found } from '@/lib/platform/policy'

/** All documents with their versions in the order of their days in force. */
export async function termsDocuments(_actor: Actor) {
  return db.termsDocument.findMany({
    orderBy: [{ provider: 'asc' }, { title: 'asc' }],
    select: {
      id: true,
      provider: true,
      title: true,
      versions: {
        orderBy: { inForceFrom: 'desc' },
        select: { id: true, label: true, inForceFrom: true, inForceUntil: true, _count: { select: { clauses: true } } },
      },
    },
  })
}

/** One document by id, or not found. */
export async function termsDocument(_actor: Actor, id: string) {
  return found(
    await db.termsDocument.findUnique({
      where: { id: identifierOf(id, 'document') },
      select: { id: true, provider: true, title: true },
    }),
    'document',
  )
}

/** One version with its text, clauses and the number of claims that cite it. */
export async function termsVersion(_actor: Actor, id: string) {
  const version = found(
    await db.termsVersion.findUnique({
      where: { id: identifierOf(id, 'version') },
      include: { document: true, clauses: { orderBy: { number: 'asc' } } },
    }),
    'version',
  )
  return { ...version, citedBy: await db.claim.count({ where: { clause: { versionId: id } } }) }
}

/** Every clause that a claim can name, with the days it was in force. */
export async function clauseChoices(_actor: Actor) {
  const clauses = await db.clause.findMany({
    orderBy: [{ version: { document: { provider: 'asc' } } }, { version: { inForceFrom: 'desc' } }, { number: 'asc' }],
    select: {
      id: true,
      number: true,
      title: true,
      text: true,
      elements: true,
      version: {
        select: {
          label: true,
          inForceFrom: true,
          inForceUntil: true,
          document: { select: { provider: true, title: true } },
        },
      },
    },
  })
  return clauses.map(({ version, ...clause }) => ({
    ...clause,
    ...version,
    document: `${version.document.provider}, ${version.document.title}`,
  }))
}

export type ClauseChoice = Awaited<ReturnType<typeof clauseChoices>>[number]
export type TermsDocumentRow = Awaited<ReturnType<typeof termsDocuments>>[number]
