/** Touchstone's own columns, one JSON object a line; earlier turns are left out. */

import type { LogWriter } from './log-format'
import { same } from './log-format'

export const canonical: LogWriter = {
  write: ({ history: _, ...record }) => JSON.stringify(record),
  carries: {
    ...same('timestamp', 'request_id', 'session_id', 'org_id', 'account_id', 'user_id', 'api_key_id', 'ip', 'asn'),
    ...same('country', 'user_agent', 'model', 'system_prompt', 'prompt', 'response', 'input_tokens', 'output_tokens'),
    ...same('reasoning_tokens', 'cached_tokens', 'latency_ms', 'status', 'finish_reason', 'temperature', 'top_p'),
    ...same('max_tokens', 'plan', 'payment_ref', 'email_domain'),
  },
}
