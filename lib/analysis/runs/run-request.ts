/** What was asked of an analysis, as canonical text: the same request has the same id, so it is run once. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalText } from '@/lib/custody/canonical'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const heldReference = z.object({
  id: z.uuid(),
  kind: z.enum(['PROMPT_SET', 'RELEASE_CALENDAR']),
  name: z.string(),
  sha256: hash,
  entries: z.number().int(),
  hashesOnly: z.boolean(),
})

const signalsRequest = z.object({
  kind: z.literal('SIGNALS'),
  version: z.string(),
  seed: z.number().int(),
  /** Sorted by dataset id. */
  inputs: z.array(
    z.object({
      datasetId: z.uuid(),
      sha256: hash,
      evidenceId: z.uuid(),
      evidenceName: z.string(),
      evidenceSha256: hash,
      /** The other logs that a joined dataset was made of. */
      alsoOf: z.array(z.object({ evidenceId: z.uuid(), name: z.string(), sha256: hash })).optional(),
    }),
  ),
  /** What was held against the log besides; sorted as the result has them. Requests of before it could be have none. */
  references: z.array(heldReference).optional(),
  accountTables: z.array(z.object({ evidenceId: z.uuid(), evidenceName: z.string(), sha256: hash })).optional(),
})

const comparedModel = z.object({
  /** The last three take no part in any score but answer one other explanation each. */
  role: z.enum(['suspect', 'candidate', 'control', 'same-base', 'common-text', 'sibling']),
  /** The name by which the result knows it; unique within the request. */
  name: z.string(),
  /** Name in the file's `model` column; null when the file names none. */
  model: z.string().nullable(),
  evidenceId: z.uuid(),
  evidenceName: z.string(),
  sha256: hash,
})

const comparisonRequest = z.object({
  kind: z.literal('COMPARISON'),
  version: z.string(),
  seed: z.number().int(),
  /** The suspect, then candidates, controls and models that speak to other explanations, each group by name. */
  inputs: z.array(comparedModel),
  /** The registered plan that the run follows, by its SHA-256; absent without one. */
  plan: z.object({ id: z.guid(), sha256: hash }).optional(),
  /** The calibration profile by its stored bytes; the one that ships unless given. */
  profile: z.object({ id: z.string(), sha256: hash }).optional(),
  /** Markers that were planted in a candidate's output. */
  canaries: z.array(z.string()).optional(),
  /** A document of the case that holds right answers. */
  answers: z.object({ evidenceId: z.uuid(), evidenceName: z.string(), sha256: hash }).optional(),
})

const runRequest = z.discriminatedUnion('kind', [signalsRequest, comparisonRequest])

export type HeldReference = z.infer<typeof heldReference>
export type SignalsRequest = z.infer<typeof signalsRequest>
export type ComparisonRequest = z.infer<typeof comparisonRequest>
export type ComparedModel = z.infer<typeof comparedModel>
export type RunRequest = z.infer<typeof runRequest>

/** The request that `text` holds. Throws when it is not one of ours. */
export function readRequest(text: string): RunRequest {
  return runRequest.parse(JSON.parse(text))
}

/** The evidence items that a request rests on, each once, sorted. */
export function evidenceOf(request: RunRequest): string[] {
  const completing = request.kind === 'SIGNALS' ? request.inputs.flatMap(({ alsoOf = [] }) => alsoOf) : []
  const all = [...request.inputs, ...completing, ...tablesOf(request)]
  return [...new Set(all.map((input) => input.evidenceId))].sort()
}

/** SHA-256 of each input, in order: the logs or model outputs, then account tables and reference data. */
export function inputHashes(request: RunRequest): string[] {
  const held = request.kind === 'SIGNALS' ? (request.references ?? []) : []
  return [...request.inputs, ...tablesOf(request), ...held].map((input) => input.sha256)
}

/** What is of the case's evidence beside the inputs: account tables of logs, right answers of a comparison. */
function tablesOf(request: RunRequest): { evidenceId: string; sha256: string }[] {
  if (request.kind === 'SIGNALS') return request.accountTables ?? []
  return request.answers ? [request.answers] : []
}

/**
 * The id of the run that answers `request` in a case: a version 8 UUID of the SHA-256 of both, so that two people who ask
 * the same thing at the same moment get one run.
 */
export function runIdOf(caseId: string, request: RunRequest): string {
  const digest = createHash('sha256')
    .update(`${caseId}\n${canonicalText(request)}`)
    .digest()
    .subarray(0, 16)
  digest[6] = ((digest[6] as number) & 0x0f) | 0x80
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
