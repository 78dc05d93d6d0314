/** Whether a request was refused for what it asks: by its status, by the reason it finished with, or in the words of the answer. */

/** A status that turns a request down for what it is; 429 and 5xx say nothing about what was asked. */
const statuses = '400, 403, 451'
const reasons = "'content_filter', 'refusal', 'safety', 'blocked', 'guardrail_intervened'"

/** Looked for at the beginning of an answer, in lower case; the apostrophe may be any sign. */
const phrases = [
  'i can.{1,3}t (?:help|assist|provide|share|do|fulfil|comply|reveal|disclose|answer)',
  'i cannot ',
  'i.m (?:sorry|not able|unable)',
  'i am (?:sorry|not able|unable)',
  'i.m afraid',
  'i won.{1,3}t',
  'i must decline',
  'as an ai',
  'not able to share',
]
const headBytes = 120

/** SQL over a canonical row; `response` is the String expression of its answer. */
export function refused(response: string): string {
  const list = phrases.map((phrase) => `'(?i)${phrase}'`).join(', ')
  return `ifNull(status, 0) IN (${statuses}) OR lower(ifNull(finish_reason, '')) IN (${reasons})
    OR multiMatchAny(left(${response}, ${headBytes}), [${list}])`
}
