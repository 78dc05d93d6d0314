/** A clause that a claim can name, for tests that need one there already. */

import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { addDocument, addVersion } from '@/lib/terms/commands'

/** The id of the one clause of new terms, with one element, in force since 1 January 2026. */
export async function someClause(legal: PersonActor, number: string): Promise<string> {
  const { documentId } = await addDocument(legal, { provider: 'Us', title: `Terms for ${number}` })
  const clause = {
    number: '4.2',
    title: 'No competing models',
    text: 'No training on output.',
    elements: ['Was output used?'],
  }
  const version = { label: 'one', text: 'The whole text of these terms.', source: '', clauses: [clause] }
  const { versionId } = await addVersion(legal, {
    ...{ documentId, ...version, inForceFrom: new Date('2026-01-01'), inForceUntil: null },
  })
  return (await db.clause.findFirstOrThrow({ where: { versionId } })).id
}
