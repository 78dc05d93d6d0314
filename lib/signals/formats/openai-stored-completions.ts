/** Completions as OpenAI gives them back: the list of stored ones, or responses that were logged without their requests. */

import type { LogFormat } from './log-format'
import { conversation, requestColumns, requestSteps } from './request-sql'
import { responseColumns, responseSteps } from './response-sql'
import { decimal, filled, firstFilled, jsonText, unsigned } from './sql-values'

const body = `concat('{"choices":', ifNull(r.choices, '[]'), ',"usage":', ifNull(r.usage, 'null'), '}')`
const project = firstFilled('r.project_id', 'r.project')
const user = firstFilled('r.input_user', 'r.user', 'r.safety_identifier')

export const openaiStoredCompletions: LogFormat = {
  id: 'openai-stored-completions',
  name: 'OpenAI stored completions',
  rows: 'requests',
  recognises: (record) => 'choices' in record && 'created' in record && !('request' in record),
  fields: [
    ...['id', 'request_id', 'created', 'model', 'choices', 'usage', 'messages', 'temperature', 'top_p', 'metadata'],
    ...['max_tokens', 'max_completion_tokens', 'input_user', 'user', 'safety_identifier', 'project_id', 'project'],
  ],
  ignored: ['object'],
  steps: {
    ...requestSteps("concat('{\"messages\":', ifNull(nullIf(r.messages, ''), 'null'), '}')"),
    ...responseSteps(body),
  },
  time: 'r.created',
  columns: {
    request_id: firstFilled('r.request_id', 'r.id'),
    org_id: project,
    account_id: `coalesce(${project}, ${user})`,
    user_id: user,
    model: filled('r.model'),
    system_prompt: requestColumns.system_prompt,
    prompt: requestColumns.prompt,
    ...responseColumns,
    temperature: decimal('r.temperature'),
    top_p: decimal('r.top_p'),
    max_tokens: `coalesce(${unsigned('r.max_completion_tokens')}, ${unsigned('r.max_tokens')})`,
  },
  keeps: {
    id: `if(isNull(nullIf(r.request_id, '')), NULL, toJSONString(ifNull(r.id, '')))`,
    metadata: jsonText('r.metadata'),
    messages: conversation,
  },
}
