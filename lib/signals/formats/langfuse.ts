/** Langfuse observations of type GENERATION, in the names of its export and of its API. */

import { isObservation } from './langfuse-shape'
import type { LogFormat } from './log-format'
import { conversation, requestColumns, requestSteps } from './request-sql'
import { responseColumns, responseSteps } from './response-sql'
import { between, decimal, fieldsOf, filled, firstFilled, quoted, time, unsigned } from './sql-values'

const either = (...names: string[]) => firstFilled(...names.map((name) => `r.${name}`))
const counted = (name: string, older: string, oldest: string) =>
  unsigned(firstFilled(`counts.${name}`, `provided.${name}`, `older.${name}`, `older.${older}`, `r.${oldest}`))
/** JSON in text, as some exports write input and output, is that JSON. */
const unwrapped = (name: string) =>
  `if(match(ifNull(r.${name}, ''), '^"'), JSONExtractString(ifNull(r.${name}, '')), r.${name})`

export const langfuse: LogFormat = {
  id: 'langfuse',
  name: 'Langfuse observations',
  rows: 'requests',
  recognises: isObservation,
  fields: [
    ...[
      'id',
      'trace_id',
      'traceId',
      'project_id',
      'projectId',
      'type',
      'start_time',
      'startTime',
      'end_time',
      'endTime',
    ],
    ...[
      'user_id',
      'userId',
      'session_id',
      'sessionId',
      'input',
      'output',
      'provided_model_name',
      'providedModelName',
      'model',
    ],
    ...['model_parameters', 'modelParameters', 'usage_details', 'usageDetails', 'provided_usage_details', 'usage'],
    ...['promptTokens', 'completionTokens', 'latency'],
  ],
  ignored: ['parent_observation_id', 'parentObservationId', 'created_at', 'createdAt', 'updated_at', 'updatedAt'],
  steps: {
    given: unwrapped('input'),
    ...requestSteps(
      `if(match(ifNull(given, ''), '"messages"'), given, concat('{"messages":', if(match(ifNull(given, ''), '^[\\\\[{]'), assumeNotNull(given), toJSONString(ifNull(given, ''))), '}'))`,
    ),
    answered: unwrapped('output'),
    ...responseSteps('answered'),
    settings: fieldsOf(either('model_parameters', 'modelParameters'), [
      'temperature',
      'top_p',
      'max_tokens',
      'maxTokens',
      'topP',
    ]),
    counts: fieldsOf(either('usage_details', 'usageDetails'), [
      'input',
      'output',
      'input_cached_tokens',
      'output_reasoning_tokens',
    ]),
    provided: fieldsOf('r.provided_usage_details', ['input', 'output']),
    older: fieldsOf('r.usage', ['input', 'output', 'promptTokens', 'completionTokens']),
    started: time(either('start_time', 'startTime')),
    ended: time(either('end_time', 'endTime')),
  },
  time: either('start_time', 'startTime'),
  isOurs: `upper(ifNull(r.type, 'GENERATION')) = 'GENERATION'`,
  columns: {
    request_id: either('id'),
    session_id: firstFilled('r.session_id', 'r.sessionId'),
    org_id: either('project_id', 'projectId'),
    account_id: either('user_id', 'userId', 'project_id', 'projectId'),
    user_id: either('user_id', 'userId'),
    model: either('provided_model_name', 'providedModelName', 'model'),
    system_prompt: requestColumns.system_prompt,
    prompt: requestColumns.prompt,
    response: `coalesce(${responseColumns.response}, if(startsWith(ifNull(answered, ''), '{') OR notEmpty(events), NULL, ${filled('answered')}))`,
    input_tokens: counted('input', 'promptTokens', 'promptTokens'),
    output_tokens: counted('output', 'completionTokens', 'completionTokens'),
    cached_tokens: unsigned('counts.input_cached_tokens'),
    reasoning_tokens: unsigned('counts.output_reasoning_tokens'),
    latency_ms: between('started', 'ended'),
    finish_reason: responseColumns.finish_reason,
    temperature: decimal('settings.temperature'),
    top_p: decimal(firstFilled('settings.top_p', 'settings.topP')),
    max_tokens: unsigned(firstFilled('settings.max_tokens', 'settings.maxTokens')),
  },
  keeps: { trace_id: quoted(either('trace_id', 'traceId')), messages: conversation },
}
