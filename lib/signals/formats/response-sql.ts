/** SQL over the body of a model's answer: a completion, a message, Bedrock's native forms, or the events of a stream. */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import { partsText, thinkingText, untypedPartsText } from './chat-sql'
import { firstFilled, unsigned } from './sql-values'
import { eventsOf, streamed } from './stream-sql'

const text = (...names: string[]) => names.map((name) => `${name} Nullable(String)`).join(', ')
const bodyType = `Tuple(${text('id', 'created', 'created_at', 'model', 'usage', 'error', 'content', 'stop_reason', 'output', 'stopReason', 'generation', 'completion')},
  choices Array(Tuple(${text('finish_reason', 'message', 'text')})), metrics Tuple(${text('latencyMs')}),
  results Array(Tuple(${text('outputText', 'completionReason')})), outputs Array(Tuple(${text('text', 'stop_reason')})),
  generations Array(Tuple(${text('text', 'finish_reason')})), incomplete_details Tuple(${text('reason')}))`
const details = (name: string) => `${name} Tuple(${text('cached_tokens', 'reasoning_tokens')})`
const usageType = `Tuple(${text('prompt_tokens', 'completion_tokens', 'input_tokens', 'output_tokens', 'inputTokens', 'outputTokens')},
  ${text('cache_creation_input_tokens', 'cache_read_input_tokens', 'cacheReadInputTokens')},
  ${details('prompt_tokens_details')}, ${details('input_tokens_details')}, ${details('completion_tokens_details')}, ${details('output_tokens_details')})`
const usage = (json: string) => `JSONExtract(ifNull(${json}, ''), '${usageType}')`

/** Steps that read the response body `json`: an object, a list of events, or events as a server sends them. */
export const responseSteps = (json: string): Record<string, string> => ({
  events: eventsOf(json),
  reply: `JSONExtract(if(empty(events), ifNull(${json}, ''), ifNull(${streamed.whole}, '')), '${bodyType}')`,
  choice: 'reply.choices[1]',
  message: `JSONExtract(ifNull(choice.message, ''), 'Tuple(${text('content', 'refusal', 'tool_calls', 'reasoning_content')})')`,
  usage_in: usage(`coalesce(reply.usage, ${streamed.usageAtStart}, ${streamed.usage})`),
  usage_out: usage(`coalesce(reply.usage, ${streamed.usage}, ${streamed.usageAtStart})`),
})

const items = `JSONExtract(if(startsWith(ifNull(reply.output, ''), '['), assumeNotNull(reply.output), ''), 'Array(Tuple(${text('type', 'content')}))')`
const outputItems = `arrayStringConcat(arrayMap(i -> ifNull(${partsText('i.content')}, ''), arrayFilter(i -> ifNull(i.type, '') = 'message', ${items})), '\\n')`
const converse = untypedPartsText(`JSONExtractRaw(ifNull(reply.output, ''), 'message', 'content')`)
const onlyTools = (json: string) => `if(startsWith(ifNull(${json}, ''), '[{'), ${json}, NULL)`

/** What the model answered first: text, else its refusal, else its tool calls as JSON. */
const answer = `coalesce(${partsText('message.content')}, nullIf(message.refusal, ''), nullIf(choice.text, ''),
  ${partsText('reply.content')}, nullIf(${outputItems}, ''), ${converse},
  ${firstFilled('reply.generation', 'reply.completion', 'reply.results[1].outputText', 'reply.outputs[1].text', 'reply.generations[1].text')},
  nullIf(${streamed.answer}, ''), nullIf(nullIf(message.tool_calls, ''), '[]'), ${onlyTools('reply.content')}, ${onlyTools('reply.output')}, ${streamed.toolCalls})`

const sumOfInput = `usage_in.input_tokens IS NULL, NULL, ${unsigned('usage_in.input_tokens')}
  + ifNull(${unsigned('usage_in.cache_creation_input_tokens')}, 0) + ifNull(${unsigned('usage_in.cache_read_input_tokens')}, 0)`
const either = (name: string, part: string) =>
  firstFilled(`usage_${name === 'cached_tokens' ? 'in' : 'out'}.${part}_details.${name}`)

/** The columns that a response body fills, after `responseSteps`. Cached and newly cached input counts as input. */
export const responseColumns = {
  response: answer,
  input_tokens: `coalesce(${unsigned('usage_in.prompt_tokens')}, if(${sumOfInput}), ${unsigned('usage_in.inputTokens')})`,
  output_tokens: unsigned(
    firstFilled('usage_out.completion_tokens', 'usage_out.output_tokens', 'usage_out.outputTokens'),
  ),
  reasoning_tokens: unsigned(
    `coalesce(${either('reasoning_tokens', 'completion_tokens')}, ${either('reasoning_tokens', 'output_tokens')})`,
  ),
  cached_tokens: unsigned(
    `coalesce(${either('cached_tokens', 'prompt_tokens')}, ${either('cached_tokens', 'input_tokens')}, ${firstFilled('usage_in.cache_read_input_tokens', 'usage_in.cacheReadInputTokens')})`,
  ),
  finish_reason: `coalesce(${firstFilled('choice.finish_reason', 'reply.stop_reason', 'reply.stopReason', 'reply.results[1].completionReason', 'reply.outputs[1].stop_reason', 'reply.generations[1].finish_reason', 'reply.incomplete_details.reason')}, nullIf(${streamed.finish}, ''))`,
} satisfies Partial<Record<CanonicalColumn, string>>

export const replyId = firstFilled('reply.id', streamed.id)
export const replyModel = firstFilled('reply.model', streamed.model)
/** Epoch seconds. */
export const replyCreated = firstFilled('reply.created', 'reply.created_at', streamed.created)
/** Milliseconds as Bedrock measured them. */
export const replyLatency = firstFilled('reply.metrics.latencyMs', streamed.latency)
/** The reasoning that the answer shows apart from its text. */
export const replyThinking = `coalesce(nullIf(message.reasoning_content, ''), ${thinkingText('reply.content')}, nullIf(${streamed.thinking}, ''))`
