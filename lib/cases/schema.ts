/** What may be entered about a case, its members, subjects and accounts. */

import { z } from 'zod'
import { plainLine, plainText } from '@/lib/platform/plain-line'
import { caseStates } from './states'

export const severities = ['LOW', 'MEDIUM', 'HIGH'] as const
export const severityNames = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' } as const

const reason = plainText.min(3, 'Give a reason; it goes into the record.').max(2000, 'Use at most 2,000 characters.')
const title = plainLine.pipe(
  z.string().min(3, 'Give the case a title.').max(200, 'Use at most 200 characters for the title.'),
)
const facts = plainText.max(20_000, 'Use at most 20,000 characters for what happened.')
const number = z.string().regex(/^TS-\d{4}-\d{5,}$/, 'A case number looks like TS-2026-00042.')
const models = z.string().transform((text) =>
  text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter(Boolean),
)
const subject = {
  name: plainLine.pipe(z.string().min(1, 'Name the subject.').max(200, 'Use at most 200 characters for the name.')),
  kind: z.enum(['ORGANISATION', 'PERSON']),
  models: models.pipe(z.array(plainLine.pipe(z.string().max(200))).max(50, 'List at most 50 models.')).default([]),
  note: plainText.max(2000).default(''),
}

export const fileCase = z.object({ title, severity: z.enum(severities), facts: facts.default('') })
export const changeFacts = z.object({
  number,
  version: z.coerce.number().int(),
  title,
  facts,
  severity: z.enum(severities),
})
export const restrictCase = z.object({ number, reason })
export const addMember = z.object({
  number,
  personId: z.uuid('Choose a person.'),
  reason: reason.or(z.literal('')).default(''),
})
export const changeOwner = z.object({ number, personId: z.uuid('Choose a person.'), reason })
export const joinCase = z.object({ number, reason })
export const addSubject = z.object({ number, ...subject })
export const changeSubject = z.object({ subjectId: z.uuid(), seen: z.string(), ...subject })
export const oneSubject = z.object({ subjectId: z.uuid() })

export const identifierKinds = ['ACCOUNT', 'ORGANISATION', 'PROJECT', 'API_KEY'] as const
export const identifierKindNames = {
  ACCOUNT: 'Account',
  ORGANISATION: 'Organisation',
  PROJECT: 'Project',
  API_KEY: 'API key',
} as const
export const confidences = ['CONFIRMED', 'PROBABLE', 'POSSIBLE'] as const
export const confidenceNames = { CONFIRMED: 'Confirmed', PROBABLE: 'Probable', POSSIBLE: 'Possible' } as const

export const addAccounts = z.object({
  subjectId: z.uuid('Choose a subject.'),
  identifiers: z.string().max(4_000_000, 'That list is too long to paste; split it.'),
  kind: z.enum(identifierKinds).default('ACCOUNT'),
  reason,
  confidence: z.enum(confidences),
})
export const previewAccounts = addAccounts.pick({ subjectId: true, identifiers: true, kind: true })
export const removeAccounts = z.object({
  subjectId: z.uuid(),
  ids: z.union([z.uuid(), z.array(z.uuid())]).transform((ids) => [ids].flat()),
})

const caseSorts = ['updated', 'filed', 'number', 'title'] as const
export type CaseSort = (typeof caseSorts)[number]

/** The case list's address: unknown or broken values fall back, so that an old link still opens. */
export const caseFilter = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  state: z
    .union([z.enum(caseStates), z.array(z.enum(caseStates))])
    .transform((value) => [value].flat())
    .catch([])
    .default([]),
  severity: z
    .union([z.enum(severities), z.array(z.enum(severities))])
    .transform((value) => [value].flat())
    .catch([])
    .default([]),
  owner: z.uuid().or(z.literal('me')).optional().catch(undefined),
  /** `updated`, or `-updated` for the reverse. */
  sort: z
    .enum([...caseSorts, ...caseSorts.map((name) => `-${name}` as const)])
    .catch('-updated')
    .default('-updated'),
  after: z.string().max(500).optional().catch(undefined),
  before: z.string().max(500).optional().catch(undefined),
})
export type CaseFilter = z.infer<typeof caseFilter>
