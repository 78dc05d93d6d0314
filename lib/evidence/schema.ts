/** What may come in about evidence, from a form, the upload protocol or the command line. Isomorphic. */

import { z } from 'zod'
import { plainText } from '@/lib/platform/plain-line'

export const evidenceKinds = ['USAGE_LOG', 'MODEL_OUTPUTS', 'ACCOUNT_TABLE', 'DOCUMENT'] as const
export type Kind = (typeof evidenceKinds)[number]

export const kindNames: Record<Kind | 'ATTACHED_TABLE', string> = {
  USAGE_LOG: 'Usage log',
  MODEL_OUTPUTS: 'Model outputs',
  ACCOUNT_TABLE: 'Account table',
  DOCUMENT: 'Document',
  ATTACHED_TABLE: 'Attached table',
}

/** What is read into rows. */
export const isLog = (kind: Kind | 'ATTACHED_TABLE'): boolean => kind === 'USAGE_LOG' || kind === 'ATTACHED_TABLE'

/** What each kind is for and how it may be written. */
export const kindHints: Record<Kind, string> = {
  USAGE_LOG:
    'API requests of customers: JSON lines, JSON, CSV, Parquet or XLSX, also as gzip, zstd, bzip2, or many in a zip or tar.',
  MODEL_OUTPUTS: 'Answers of models to prompts: JSON lines or CSV, also as gzip or zstd.',
  ACCOUNT_TABLE:
    'What is known of accounts besides their requests: CSV with account, and any of created, plan, payment, email_domain, country.',
  DOCUMENT: 'Anything else that supports a claim. It is kept and handed out, never opened here.',
}

export const longestName = 200

// Control, bidirectional and zero-width characters and half characters make a name look like another one.
const deceptive = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A file's own name: the part after the last slash, without characters that deceive the eye, at most 200 characters. */
export function plainFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(deceptive, '').trim()
  if (plain === '' || plain === '.' || plain === '..') return 'unnamed'
  return shortened(plain)
}

function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= longestName) return name
  const ending = /\.[A-Za-z0-9.]{1,12}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, longestName - ending.length).join('') + ending
}

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, 'That is not a SHA-256.')

export const startUpload = z.object({
  uploadId: z.uuid(),
  caseId: z.uuid('Say which case the file belongs to.'),
  kind: z.enum(
    evidenceKinds,
    'Say what kind of evidence this is: usage log, model outputs, account table or document.',
  ),
  name: z.string().min(1, 'The file needs a name.').max(4096).transform(plainFileName),
  size: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  fingerprint: sha256Text,
})
export type StartUpload = z.infer<typeof startUpload>

export const finishUpload = z.object({ uploadId: z.uuid(), sha256: sha256Text.nullable() })
export type FinishUpload = z.infer<typeof finishUpload>

export const withdrawEvidence = z.object({
  evidenceId: z.uuid(),
  reason: plainText.min(3, 'Say why, in a sentence: it stays in the record.').max(2000),
})
export type WithdrawEvidence = z.infer<typeof withdrawEvidence>

export const attachTable = z.object({
  number: z.string().min(1),
  connection: z.string().min(1, 'Choose the server.'),
  name: plainText.min(3, 'Give it a name of at least three characters.').max(longestName).transform(plainFileName),
  query: z.string().trim().min(1, 'Write the query.').max(20_000, 'A query has at most 20,000 characters.'),
  columns: z.string().max(10_000),
})
export type AttachTable = z.infer<typeof attachTable>

export const oneEvidenceItem = z.object({ evidenceId: z.uuid() })
