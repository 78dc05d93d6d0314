/** What still blocks submission, as sentences with the place where each is mended: pure. */

import { innocentExplanations } from '@/lib/cases/innocent-explanations'

export type OpenPoint = { sentence: string; place: 'edit' | 'subjects/new' | '' | 'claims' | 'evidence' }

export type Material = {
  facts: string
  subjects: { name: string; models: string[]; accounts: number }[]
  sealedEvidence: number
  sealingEvidence: number
  claims: {
    label: string
    conductFrom: Date
    conductUntil: Date
    inForceFrom: Date
    inForceUntil: Date | null
    /** Citations that point at evidence which was not withdrawn. */
    citations: number
  }[]
  answered: { explanation: string; answer: string }[]
}

/** The open points, in the order in which one would work them off; empty when the case can be submitted. */
export function openPoints(material: Material): OpenPoint[] {
  return [
    ...subjectPoints(material),
    ...evidencePoints(material),
    ...claimPoints(material),
    ...explanationPoints(material),
  ]
}

function subjectPoints({ facts, subjects }: Material): OpenPoint[] {
  const points: OpenPoint[] = []
  if (facts.trim() === '')
    points.push({ sentence: 'Write what happened, so that a stranger understands the case.', place: 'edit' })
  if (!subjects.some(({ models, accounts }) => models.length > 0 || accounts > 0)) {
    points.push({
      sentence: 'Name a subject with at least one account or model.',
      place: subjects.length === 0 ? 'subjects/new' : '',
    })
  }
  return points
}

function evidencePoints({ sealedEvidence, sealingEvidence }: Material): OpenPoint[] {
  const points: OpenPoint[] = []
  if (sealedEvidence === 0)
    points.push({ sentence: 'Add at least one evidence item and wait until it is sealed.', place: 'evidence' })
  if (sealingEvidence > 0) points.push({ sentence: 'Wait until all evidence is sealed.', place: 'evidence' })
  return points
}

function claimPoints({ claims }: Material): OpenPoint[] {
  if (claims.length === 0)
    return [{ sentence: 'Make at least one claim: a clause, the conduct and its dates.', place: 'claims' }]
  return claims.flatMap((claim): OpenPoint[] => {
    const points: OpenPoint[] = []
    if (!coversConduct(claim))
      points.push({
        sentence: `Claim “${claim.label}”: this version of the clause was not in force during all of the conduct.`,
        place: 'claims',
      })
    if (claim.citations === 0) points.push({ sentence: `Claim “${claim.label}” cites no evidence.`, place: 'claims' })
    return points
  })
}

/** Whether a version was in force on every day of the conduct; both ends count. */
export function coversConduct({
  conductFrom,
  conductUntil,
  inForceFrom,
  inForceUntil,
}: Pick<Material['claims'][number], 'conductFrom' | 'conductUntil' | 'inForceFrom' | 'inForceUntil'>): boolean {
  return inForceFrom <= conductFrom && (inForceUntil === null || conductUntil <= inForceUntil)
}

function explanationPoints({ answered }: Material): OpenPoint[] {
  const done = new Set(answered.filter(({ answer }) => answer.trim() !== '').map(({ explanation }) => explanation))
  return innocentExplanations
    .filter(({ id }) => !done.has(id))
    .map(({ title }) => ({ sentence: `Answer the innocent explanation “${title}”.`, place: 'claims' }))
}
