/** The canonical row of a usage log: the columns of every dataset, their engine types, and their meaning. */

export const canonicalColumns = {
  row_id: 'UInt64',
  timestamp: "Nullable(DateTime64(3, 'UTC'))",
  request_id: 'Nullable(String)',
  session_id: 'Nullable(String)',
  org_id: 'Nullable(String)',
  account_id: 'String',
  user_id: 'Nullable(String)',
  api_key_id: 'Nullable(String)',
  ip: 'Nullable(String)',
  asn: 'Nullable(String)',
  country: 'Nullable(String)',
  user_agent: 'Nullable(String)',
  model: 'Nullable(String)',
  system_prompt: 'Nullable(String)',
  prompt: 'Nullable(String)',
  response: 'Nullable(String)',
  input_tokens: 'Nullable(UInt64)',
  output_tokens: 'Nullable(UInt64)',
  reasoning_tokens: 'Nullable(UInt64)',
  cached_tokens: 'Nullable(UInt64)',
  latency_ms: 'Nullable(Int64)',
  status: 'Nullable(Int32)',
  finish_reason: 'Nullable(String)',
  temperature: 'Nullable(Float64)',
  top_p: 'Nullable(Float64)',
  max_tokens: 'Nullable(UInt64)',
  plan: 'Nullable(String)',
  payment_ref: 'Nullable(String)',
  email_domain: 'Nullable(String)',
  account_created_at: "Nullable(DateTime64(3, 'UTC'))",
  extra: 'Nullable(String)',
} as const

export type CanonicalColumn = keyof typeof canonicalColumns

/** `row_id` is the zero-based position of the record in the decompressed original. `account_id` is empty when the log names no account. Rows are sorted by (account_id, timestamp, row_id). */
export const sortKey = ['account_id', 'timestamp', 'row_id'] as const satisfies readonly CanonicalColumn[]
