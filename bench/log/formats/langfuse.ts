/** Langfuse's export of observations; user and session stand on the trace that each belongs to. */

import { messagesOf } from './bodies'
import { answered, endOf, type LogWriter, same } from './log-format'

const traceOf = (id: string) => id.replace('syn-', 'trace-')

export const langfuse: LogWriter = {
  write: (record) =>
    JSON.stringify({
      id: record.request_id,
      trace_id: traceOf(record.request_id),
      project_id: record.account_id,
      type: 'GENERATION',
      environment: 'default',
      start_time: record.timestamp,
      end_time: endOf(record),
      name: 'chat',
      level: answered(record) ? 'DEFAULT' : 'ERROR',
      status_message: answered(record) ? null : String(record.status),
      input: JSON.stringify(messagesOf(record)),
      output: answered(record) ? JSON.stringify({ role: 'assistant', content: record.response ?? '' }) : null,
      provided_model_name: record.model,
      model_parameters: JSON.stringify({
        temperature: record.temperature,
        top_p: record.top_p,
        max_tokens: record.max_tokens,
      }),
      usage_details: {
        input: record.input_tokens,
        output: record.output_tokens,
        total: record.input_tokens + record.output_tokens,
      },
      parent_observation_id: null,
    }),
  carries: {
    ...same('timestamp', 'request_id', 'account_id', 'model', 'system_prompt', 'prompt', 'response', 'input_tokens'),
    ...same('output_tokens', 'latency_ms', 'temperature', 'top_p', 'max_tokens'),
  },
}

/** The traces of the same calls. */
export const langfuseTraces: LogWriter = {
  write: (record) =>
    JSON.stringify({
      id: traceOf(record.request_id),
      project_id: record.account_id,
      session_id: record.session_id ?? null,
      timestamp: record.timestamp,
      environment: 'default',
      name: 'chat',
      user_id: record.account_id,
      tags: [],
      public: false,
      bookmarked: false,
    }),
  carries: { ...same('timestamp', 'session_id', 'account_id'), request_id: (record) => traceOf(record.request_id) },
}
