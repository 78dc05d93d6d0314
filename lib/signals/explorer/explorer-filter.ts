/** What the log explorer can be asked for, as it stands in the address of its page. */

import { z } from 'zod'

/** Columns that are compared as they are. */
export const equalColumns = [
  'account_id',
  'org_id',
  'user_id',
  'api_key_id',
  'session_id',
  'request_id',
  'ip',
  'asn',
  'country',
  'user_agent',
  'model',
  'finish_reason',
  'plan',
  'payment_ref',
  'email_domain',
] as const

/** Columns that are searched for a text, regardless of case. */
export const textColumns = ['prompt', 'response', 'system_prompt'] as const

/** Columns with a lower and an upper bound, both included: `latency_ms_from`, `latency_ms_to`. */
export const rangeColumns = [
  'input_tokens',
  'output_tokens',
  'reasoning_tokens',
  'latency_ms',
  'status',
  'temperature',
] as const

export const explorerSorts = ['time', 'account', 'input_tokens', 'output_tokens', 'latency'] as const

const text = z.string().min(1).max(10_000)
const bound = z.coerce.number().refine(Number.isFinite, 'must be a number')
const instant = z.iso.datetime({ offset: true, local: true }).or(z.iso.date())

type Bounds = `${(typeof rangeColumns)[number]}_${'from' | 'to'}`
const optional = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema.optional()])) as Record<Name, z.ZodOptional<Schema>>

/** Filter of the explorer; unknown keys are left out, a value of the wrong kind is an error. Times without a zone are UTC. */
export const explorerFilterSchema = z.object({
  ...optional(equalColumns, text),
  ...optional(textColumns, text),
  ...optional(
    rangeColumns.flatMap((name): Bounds[] => [`${name}_from`, `${name}_to`]),
    bound,
  ),
  from: instant.optional(),
  to: instant.optional(),
})

export const explorerSortSchema = z.object({
  sort: z.enum(explorerSorts).default('time'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})

export type ExplorerFilter = z.infer<typeof explorerFilterSchema>
export type ExplorerSort = z.infer<typeof explorerSortSchema>
