/** The demonstration's own terms, in two versions: written for it, and nobody's real ones. */

import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { addDocument, addVersion } from '@/lib/terms/commands'
import type { ClauseInput } from '@/lib/terms/schema'

export type DemoClauses = { competingModel: string; automatedExtraction: string; circumvention: string }

const document = { provider: 'Meridian AI (demonstration)', title: 'Business terms of use' }

const competingModel = (text: string): ClauseInput => ({
  number: '4.2',
  title: 'No training of competing models',
  text,
  elements: [
    'Did the customer obtain output of the services?',
    'Was output used to develop, train or tune a model?',
    'Does that model compete with our services?',
  ],
})

const automatedExtraction: ClauseInput = {
  number: '4.3',
  title: 'No automated extraction',
  text: 'The customer shall not extract data or output from the services by automated means other than through the interfaces that we document, and within the limits that we publish for its plan.',
  elements: [
    'Was output extracted by automated means?',
    'Did the extraction go beyond the published limits of the plan?',
  ],
}

const circumvention: ClauseInput = {
  number: '4.5',
  title: 'No circumvention of limits',
  text: 'The customer shall not circumvent usage limits or safety measures, including by dividing its use over several accounts or by concealing who uses the services.',
  elements: [
    'Were several accounts used by one customer?',
    'Did that serve to pass a usage limit or to conceal the user?',
  ],
}

const early = competingModel('The customer shall not use output to develop models that compete with the services.')
const late = competingModel(
  'The customer shall not use the services or their output, in whole or in part, to develop, train, tune or evaluate for the purpose of training any model that competes with the services. Research that we have permitted in writing is not affected.',
)

const versions = [
  {
    label: '1 March 2024',
    inForceFrom: '2024-03-01',
    inForceUntil: '2025-05-31',
    clauses: [early, automatedExtraction],
  },
  {
    label: '1 June 2025',
    inForceFrom: '2025-06-01',
    inForceUntil: null,
    clauses: [late, automatedExtraction, circumvention],
  },
]

/** Enters the terms once; answers the clauses of the version in force. */
export async function seedTerms(legal: PersonActor): Promise<DemoClauses> {
  const known = await db.termsDocument.findUnique({ where: { provider_title: document } })
  const documentId = known?.id ?? (await addDocument(legal, document)).documentId
  for (const { label, clauses, inForceFrom, inForceUntil } of versions) {
    if (await db.termsVersion.findUnique({ where: { documentId_label: { documentId, label } } })) continue
    await addVersion(legal, {
      ...{ documentId, label, clauses, text: textOf(clauses), source: 'Written for the demonstration' },
      ...{ inForceFrom: new Date(inForceFrom), inForceUntil: inForceUntil === null ? null : new Date(inForceUntil) },
    })
  }
  const current = await db.clause.findMany({
    where: { version: { documentId, inForceUntil: null } },
    select: { id: true, number: true },
  })
  const idOf = (number: string) => current.find((clause) => clause.number === number)?.id ?? ''
  return { competingModel: idOf('4.2'), automatedExtraction: idOf('4.3'), circumvention: idOf('4.5') }
}

function textOf(clauses: ClauseInput[]): string {
  const opening =
    'These business terms of use govern access to the services of Meridian AI. They were written for the demonstration of Touchstone and bind nobody.'
  return [
    opening,
    '4. Use of the services',
    '4.1 The customer owns the output that it obtains, as far as the law allows.',
    ...clauses.map(({ number, title, text }) => `${number} ${title}. ${text}`),
  ].join('\n\n')
}
