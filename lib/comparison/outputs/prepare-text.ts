/** Every text is compared in one spelling: Unicode and white space normalised, hidden reasoning removed. */

const closingThink = /<\/think\s*>/gi
const invisible = /\p{Cf}|(?!\s)\p{Cc}/gu

/**
 * The text as it is compared: everything through the last `</think>` deleted even when it was never opened, NFKC, curly
 * quotes and dashes made plain, invisible characters removed, a run of white space made one space (or one line break
 * when it held one), ends trimmed. Idempotent. Offsets in a comparison's result count UTF-16 units of this text.
 */
export function prepareText(raw: string): string {
  return withoutReasoning(normaliseText(raw)).trim()
}

/** The same normalisation for a prompt, where `</think>` has no meaning. */
export function normaliseText(raw: string): string {
  return raw
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u201B\u02BC]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s{2,}|[^\S ]/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' '))
    .trim()
}

function withoutReasoning(raw: string): string {
  let end = 0
  for (const match of raw.matchAll(closingThink)) end = match.index + match[0].length
  return raw.slice(end)
}
