/** SQL that puts an answer together again from the events in which it was streamed. */

const text = (...names: string[]) => names.map((name) => `\`${name}\` Nullable(String)`).join(', ')
const eventType = `Tuple(${text('type', 'id', 'created', 'model', 'usage', 'response', 'delta', 'generation', 'outputText', 'completion', 'stop_reason', 'completionReason')},
  choices Array(Tuple(${text('index', 'finish_reason', 'text')}, delta Tuple(${text('content', 'refusal', 'tool_calls', 'reasoning_content')}))),
  message Tuple(${text('id', 'model', 'usage')}), contentBlockDelta Tuple(delta Tuple(${text('text')})),
  messageStop Tuple(${text('stopReason')}), metadata Tuple(${text('usage')}, metrics Tuple(${text('latencyMs')})),
  outputs Array(Tuple(${text('text', 'stop_reason')})), \`amazon-bedrock-invocationMetrics\` Tuple(${text('invocationLatency')}))`

/** The events of a list, or of text as a server sends it (`data:` lines); none when `json` is anything else. */
export const eventsOf = (json: string): string => {
  const body = `ifNull(${json}, '')`
  const sent = `arrayMap(l -> trimLeft(substring(l, 6)), arrayFilter(l -> startsWith(l, 'data:'), splitByChar('\\n', ${body})))`
  const raw = `multiIf(startsWith(${body}, '[{'), JSONExtractArrayRaw(${body}), match(${body}, '^(data: ?\\\\{|(event|id|retry): ?[^\\\\n]+\\\\n|:)'), ${sent}, [])`
  return `arrayMap(e -> JSONExtract(e, '${eventType}'), ${raw})`
}

const first = (part: string) => `arrayFirst(e -> isNotNull(e.${part}), events).${part}`
const last = (part: string) => `arrayLast(e -> isNotNull(e.${part}), events).${part}`
const choice = (event: string) => `arrayFirst(c -> ifNull(c.index, '0') = '0', ${event}.choices)`
const lastOf = (values: string) => `arrayLast(t -> isNotNull(t), arrayMap(e -> ${values}, events))`
const joined = (values: string) => `arrayStringConcat(arrayMap(e -> ifNull(${values}, ''), events))`
const delta = (name: string) =>
  `if(e.type = 'content_block_delta', nullIf(JSONExtractString(ifNull(e.delta, ''), '${name}'), ''), NULL)`
const calls = `arrayFilter(t -> isNotNull(t), arrayMap(e -> ${choice('e')}.delta.tool_calls, events))`

/** SQL of what a stream says, over the step `events`. Of several choices it is the first. */
export const streamed = {
  /** The response as one object, where the last event repeats it. */
  whole: last('response'),
  answer: joined(
    `coalesce(${choice('e')}.delta.content, ${choice('e')}.delta.refusal, ${choice('e')}.text, ${delta('text')},
      if(e.type = 'response.output_text.delta', e.delta, NULL), e.contentBlockDelta.delta.text,
      e.generation, e.outputText, e.completion, e.outputs[1].text)`,
  ),
  thinking: joined(`coalesce(${choice('e')}.delta.reasoning_content, ${delta('thinking')})`),
  toolCalls: `if(empty(${calls}), NULL, concat('[', arrayStringConcat(${calls}, ','), ']'))`,
  finish: lastOf(
    `coalesce(${choice('e')}.finish_reason, if(e.type = 'message_delta', nullIf(JSONExtractString(ifNull(e.delta, ''), 'stop_reason'), ''), NULL),
      e.messageStop.stopReason, e.stop_reason, e.completionReason, e.outputs[1].stop_reason)`,
  ),
  id: lastOf('coalesce(e.id, e.message.id)'),
  model: lastOf('coalesce(e.model, e.message.model)'),
  created: first('created'),
  usageAtStart: first('message.usage'),
  usage: lastOf('coalesce(e.usage, e.metadata.usage)'),
  latency: lastOf('coalesce(e.metadata.metrics.latencyMs, e.`amazon-bedrock-invocationMetrics`.invocationLatency)'),
}
