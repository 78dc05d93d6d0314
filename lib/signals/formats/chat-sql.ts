/** SQL over the messages and completions of chat APIs, given as JSON text. */

const messageType = 'Tuple(role Nullable(String), content Nullable(String))'

/** Messages as an array of (role, content). A list, a single message, or bare text, which counts as a user's message. */
export const messagesOf = (json: string): string => {
  const text = `ifNull(${json}, '')`
  return `multiIf(startsWith(${text}, '['), JSONExtract(${text}, 'Array(${messageType})'),
    startsWith(${text}, '{'), [JSONExtract(${text}, '${messageType}')],
    CAST([('user', nullIf(${text}, ''))], 'Array(${messageType})'))`
}

const isSystem = (message: string) => `ifNull(${message}.role, '') IN ('system', 'developer')`

/** Text of the last user message: the part of the request that is new. Without one, the last that is not of the system. */
export const promptOf = (messages: string): string => {
  const lastUser = `arrayLast(m -> ifNull(m.role, '') = 'user', ${messages}).content`
  const lastOther = `arrayLast(m -> NOT ${isSystem('m')}, ${messages}).content`
  return partsText(`ifNull(${lastUser}, ${lastOther})`)
}

/** Texts of all system and developer messages, one below the other. */
export const systemPromptOf = (messages: string): string =>
  `nullIf(arrayStringConcat(arrayMap(m -> ifNull(${partsText('m.content')}, ''), arrayFilter(m -> ${isSystem('m')}, ${messages})), '\\n'), '')`

/** True when the request carried earlier turns besides the last one. */
export const hasHistory = (messages: string): string => `arrayCount(m -> NOT ${isSystem('m')}, ${messages}) > 1`

/** A message's content is text, or a list of parts of which the texts are joined. */
function partsText(content: string): string {
  const parts = `JSONExtract(ifNull(${content}, ''), 'Array(Tuple(type Nullable(String), text Nullable(String)))')`
  const isParts = `startsWith(ifNull(${content}, ''), '[{') AND arrayAll(p -> isNotNull(p.type), ${parts})`
  const joined = `arrayStringConcat(arrayMap(p -> ifNull(p.text, ''), arrayFilter(p -> isNotNull(p.text), ${parts})), '\\n')`
  return `nullIf(if(${isParts}, ${joined}, ${content}), '')`
}

/** The steps that read a chat completion in `json` into `completion`, `choice`, `message` and `usage`. */
export const completionSteps = (json: string) => ({
  completion: `JSONExtract(ifNull(${json}, ''), 'Tuple(id Nullable(String), created Nullable(String), model Nullable(String), usage Nullable(String), error Nullable(String), choices Array(Tuple(finish_reason Nullable(String), message Nullable(String), text Nullable(String))))')`,
  choice: 'completion.choices[1]',
  message: `JSONExtract(ifNull(choice.message, ''), 'Tuple(content Nullable(String), refusal Nullable(String), tool_calls Nullable(String), reasoning_content Nullable(String))')`,
  usage: `JSONExtract(ifNull(completion.usage, ''), 'Tuple(prompt_tokens Nullable(String), completion_tokens Nullable(String), prompt_tokens_details Tuple(cached_tokens Nullable(String)), completion_tokens_details Tuple(reasoning_tokens Nullable(String)))')`,
})

/** What the model answered in its first choice: text, else its refusal, else its tool calls as JSON. */
export const answer = `coalesce(${partsText('message.content')}, nullIf(message.refusal, ''), nullIf(choice.text, ''), nullIf(nullIf(message.tool_calls, ''), '[]'))`
