/** The canonical columns and the notations of time in words, for the page on which a log's fields are mapped. Pure and isomorphic. */

import { type MappableColumn, mappableColumns, type TimeNotation } from '@/lib/signals/mapping/log-mapping'

/** Each column's name for people, and what belongs there where the name does not say it. */
export const columnWords: Record<MappableColumn, { label: string; hint?: string }> = {
  timestamp: { label: 'Time of the request' },
  account_id: { label: 'Account', hint: 'The customer whom the signals compare.' },
  model: { label: 'Model' },
  prompt: { label: 'Prompt', hint: 'Text, or a list of messages: then its last question.' },
  response: { label: 'Response' },
  system_prompt: { label: 'System prompt', hint: 'Of a list of messages the instructions in it.' },
  input_tokens: { label: 'Input tokens' },
  output_tokens: { label: 'Output tokens' },
  ip: { label: 'IP address' },
  request_id: { label: 'Request id' },
  session_id: { label: 'Session id' },
  org_id: { label: 'Organisation' },
  user_id: { label: 'User of the account' },
  api_key_id: { label: 'API key id' },
  asn: { label: 'Network (ASN)' },
  country: { label: 'Country' },
  user_agent: { label: 'User agent' },
  reasoning_tokens: { label: 'Reasoning tokens' },
  cached_tokens: { label: 'Cached tokens' },
  latency_ms: { label: 'Latency in milliseconds' },
  status: { label: 'HTTP status' },
  finish_reason: { label: 'Finish reason' },
  temperature: { label: 'Temperature' },
  top_p: { label: 'Top p' },
  max_tokens: { label: 'Greatest number of tokens' },
  plan: { label: 'Plan' },
  payment_ref: { label: 'Payment reference' },
  email_domain: { label: 'E-mail domain', hint: 'Of an address only its domain is kept here.' },
  account_created_at: { label: 'Account opened' },
}

/** The columns that tell most, which the page asks first. */
export const mainColumns: readonly MappableColumn[] = [
  ...(['timestamp', 'account_id', 'model', 'prompt', 'response', 'system_prompt'] as const),
  ...(['input_tokens', 'output_tokens', 'ip'] as const),
]

export const otherColumns = mappableColumns.filter((name) => !mainColumns.includes(name))

export const notationWords: Record<TimeNotation, string> = {
  iso: 'ISO 8601, as 2026-12-31T09:12:00',
  s: 'Seconds since 1970',
  ms: 'Milliseconds since 1970',
  us: 'Microseconds since 1970',
  ns: 'Nanoseconds since 1970',
  ticks: '.NET ticks',
  'day-first': 'Day first, as 31/12/2026 09:12',
  'month-first': 'Month first, as 12/31/2026 09:12',
}
