/** SQL over the messages of chat APIs, given as JSON text. */

const messageType = 'Tuple(role Nullable(String), content Nullable(String), parts Nullable(String))'
const partType =
  'Tuple(type Nullable(String), text Nullable(String), content Nullable(String), thinking Nullable(String), guardContent Tuple(text Tuple(text Nullable(String))))'

/** Messages as an array of (role, content). A list, a single message, or bare text, which counts as a user's message. */
export const messagesOf = (json: string): string => {
  const text = `ifNull(${json}, '')`
  const bare = (said: string) => `CAST([('user', nullIf(${said}, ''), NULL)], 'Array(${messageType})')`
  const list = `multiIf(startsWith(${text}, '["'), ${bare(`arrayStringConcat(JSONExtract(${text}, 'Array(String)'), '\\n')`)},
    startsWith(${text}, '['), JSONExtract(${text}, 'Array(${messageType})'),
    startsWith(${text}, '{'), [JSONExtract(${text}, '${messageType}')], ${bare(text)})`
  return `arrayMap(m -> CAST((m.role, ifNull(m.content, m.parts)), 'Tuple(role Nullable(String), content Nullable(String))'), ${list})`
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

/** A message's content is text, or a list of parts of which the texts are joined; some dialects give parts no type. */
export function partsText(content: string): string {
  const text = `ifNull(${content}, '')`
  const said = `coalesce(p.text, p.guardContent.text.text, if(match(ifNull(p.content, ''), '^[\\\\[{]'), NULL, p.content))`
  const isPart = `isNotNull(p.type) OR isNotNull(p.guardContent.text.text)`
  const isParts = `startsWith(${text}, '[{') AND arrayAll(p -> ${isPart}, ${parts(text)})`
  const joined = `arrayStringConcat(arrayFilter(t -> isNotNull(t), arrayMap(p -> ${said}, ${parts(text)})), '\\n')`
  return `nullIf(if(${isParts}, ${joined}, ${content}), '')`
}

/** The texts of a list of parts that need no type, as Bedrock's Converse writes them; null when it is no list or has no text. */
export function untypedPartsText(content: string): string {
  const said = `coalesce(p.text, p.guardContent.text.text)`
  return `nullIf(arrayStringConcat(arrayFilter(t -> isNotNull(t), arrayMap(p -> ${said}, ${parts(`ifNull(${content}, '')`)})), '\\n'), '')`
}

/** The hidden reasoning that a list of parts shows. */
export const thinkingText = (content: string): string =>
  `nullIf(arrayStringConcat(arrayFilter(t -> isNotNull(t), arrayMap(p -> p.thinking, ${parts(`ifNull(${content}, '')`)})), '\\n'), '')`

const parts = (text: string) => `JSONExtract(${text}, 'Array(${partType})')`
