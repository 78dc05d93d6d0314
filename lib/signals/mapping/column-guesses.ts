/** What the name and the values of a field say for each canonical column. */

import type { FoundField } from './found-fields'
import type { MappableColumn } from './log-mapping'
import { timesSeen } from './time-notation'

type Guess = {
  /** Names that say it, the surest first; compared in lower case without `_`, `-`, `.` and spaces. */
  names: RegExp[]
  /** What most values must look like; anything if absent. */
  values?: (field: FoundField) => boolean
  /** True when values of this shape are enough, whatever the name. */
  byValue?: boolean
}

const most = (test: RegExp) => (field: FoundField) =>
  field.values.length > 0 && field.values.filter((value) => test.test(value)).length >= field.values.length * 0.8
const isNumber = most(/^\d+(\.\d+)?$/)
const isShort = (field: FoundField) => field.kind !== 'object' && field.kind !== 'list' && most(/^.{1,200}$/s)(field)
const isTime = (field: FoundField) => timesSeen(field.values) !== null
const isAddress = most(/^(\d{1,3}(\.(\d{1,3}|[x*])){3}|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*)(:\d+)?(,.*)?$/i)
const isText = (field: FoundField) => field.kind === 'text' || (field.kind === 'list' && most(/^\[\s*[{"]/)(field))
const modelLike = /(gpt|claude|gemini|llama|mistral|mixtral|qwen|deepseek|command|grok|phi|o[134])[-:./ ]?\d?/i
const modelShaped = most(/^[\w./:@ -]{1,80}$/)

export const columnGuesses: Partial<Record<MappableColumn, Guess>> = {
  timestamp: {
    names: [
      /^(at)?timestamp$|^ts$/,
      /^(request|event|start|started|created|logged|received)(at|time|on|date|ts)?(utc)?$|^(date)?time$|^date$|^when$/,
      /time|date/,
    ],
    values: isTime,
    byValue: true,
  },
  account_created_at: {
    names: [/^(account|user|customer|tenant)(createdat|created|since)$|^signup(at|date|time)?$|^registered(at)?$/],
    values: isTime,
  },
  account_id: {
    names: [
      /^(account|acct|customer|cust|tenant|client|subscriber)(id|no|number|ref|uuid|key)?$/,
      /^(workspace|project|team|consumer|caller)(id)?$/,
      /^(org|organi[sz]ation)(id)?$/,
      /^(user|userid|username|apikey|apikeyid|keyid|key)$/,
      /account|customer|tenant/,
    ],
    values: isShort,
  },
  org_id: { names: [/^(org|organi[sz]ation)(id)?$|^(workspace|project|team)(id)?$|^company(id)?$/], values: isShort },
  user_id: { names: [/^(end)?user(id|name)?$|^enduser$|^uid$/, /^subject$|^principal(id)?$/], values: isShort },
  api_key_id: {
    names: [/^(api)?key(id|hash|name)?$|^credential(id)?$|^token(id|hash)$|^accesskey(id)?$/],
    values: isShort,
  },
  request_id: {
    names: [/^(request|req|call|trace|correlation|message|completion)(id|uuid)$|^requestuuid$/, /^(id|uuid|guid)$/],
    values: isShort,
  },
  session_id: { names: [/^(session|conversation|thread|chat)(id|uuid)?$/], values: isShort },
  ip: {
    names: [/^(client|remote|source|src|caller|requester|user)?(ip|ipaddress|addr|address)$|^xforwardedfor$|^from$/],
    values: isAddress,
    byValue: true,
  },
  asn: { names: [/^(client|source|src)?asn?(number|org)?$/], values: isShort },
  country: { names: [/^(client|geo|source)?country(code|iso)?$|^geo$/], values: isShort },
  user_agent: { names: [/^(http)?useragent$|^ua$|^agent$/], values: (field) => field.kind === 'text' },
  model: { names: [/^model(name|id|used|slug)?$|^deployment(name|id)?$/, /model|engine/], values: modelShaped },
  system_prompt: { names: [/^system(prompt|message|instructions?)?$|^instructions?$/], values: isText },
  prompt: {
    names: [
      /^(user|raw|full)?(prompt|question|query)(text)?$|^messages(text|json)?$|^(user)?input(text)?$/,
      /^(request(body|text)?|content|text)$|^ask(ed)?$/,
      /prompt|question|input/,
    ],
    values: isText,
  },
  response: {
    names: [
      /^(model|raw|full|assistant)?(response|completion|answer|reply)(text)?$|^output(text)?$|^generated(text)?$/,
      /^(content|text|result)$/,
      /response|completion|answer|output/,
    ],
    values: isText,
  },
  input_tokens: {
    names: [
      /^(num|n|total)?(input|prompt|in)tokens?(count)?$|^tokens?(in|input|prompt)$|^in$/,
      /(input|prompt)tokens|tokens(in|prompt)/,
    ],
    values: isNumber,
  },
  output_tokens: {
    names: [
      /^(num|n|total)?(output|completion|out|generated|response)tokens?(count)?$|^tokens?(out|output|completion|generated)$|^out$/,
      /(output|completion)tokens|tokens(out|completion)/,
    ],
    values: isNumber,
  },
  reasoning_tokens: { names: [/^(reasoning|thinking)tokens?$/], values: isNumber },
  cached_tokens: { names: [/^(cached|cacheread)(input|prompt)?tokens?$/], values: isNumber },
  latency_ms: {
    names: [/^(latency|duration|elapsed|responsetime|took|totaltime)(ms|millis|milliseconds)?$/],
    values: isNumber,
  },
  status: { names: [/^(http|response)?status(code)?$|^code$/], values: most(/^[1-5]\d\d$/) },
  finish_reason: { names: [/^(finish|stop)(reason|ed)?$/], values: isShort },
  temperature: { names: [/^temp(erature)?$/], values: isNumber },
  top_p: { names: [/^topp$/], values: isNumber },
  max_tokens: { names: [/^max(output|completion|new)?tokens?(tosample)?$/], values: isNumber },
  plan: { names: [/^(plan|tier|subscription|package)(name|id)?$/], values: isShort },
  payment_ref: {
    names: [/^(payment|billing|card|invoice)(ref|reference|method|hash|fingerprint|id|token)?$/],
    values: isShort,
  },
  email_domain: {
    names: [/^(user)?e?mail(address|domain)?$|^domain$/],
    values: most(/^([^@\s]+@)?[\w-]+(\.[\w-]+)+$/),
  },
}

/** How well a field suits a column: 0 not at all; names weigh before values, inner names before outer ones. */
export function suits(column: MappableColumn, field: FoundField): number {
  const guess = columnGuesses[column]
  if (!guess || (guess.values && !guess.values(field))) return 0
  const named = Math.max(0, ...namesOf(field).map((name, index) => byName(guess.names, name) - index * 5))
  if (named > 0) return named
  if (guess.byValue) return 20
  return column === 'model' && most(modelLike)(field) ? 15 : 0
}

const byName = (names: readonly RegExp[], name: string): number => {
  const at = names.findIndex((pattern) => pattern.test(name))
  return at === -1 ? 0 : 100 - at * 20
}

/** The innermost name, and that with the one around it: `tokens` within `input` is `inputtokens` too. */
function namesOf({ path }: FoundField): string[] {
  const names = path
    .filter((step) => typeof step === 'string')
    .map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  return [names.at(-1) ?? '', ...(names.length > 1 ? [names.slice(-2).join('')] : [])]
}
