/** SQL expressions that reduce a text to what survives rewording: canonical tokens, 5-token shingles, a MinHash sketch. */

/** Hash functions per sketch; a step of the estimated Jaccard similarity is one tenth. */
export const sketchSize = 10

/** Sketch positions that serve as bands of the locality-sensitive hash. */
export const bands = [1, 2, 3, 4]

/** Agreeing sketch positions from which two texts count as alike: an estimated Jaccard similarity of 0.7. */
export const alike = 7

/** Tokens per shingle. */
export const shingleTokens = 5

/** Masks that make one 32-bit hash into `sketchSize`: exclusive-or with each, keep the smallest. */
const masks = [
  '0x1d872b41',
  '0x9e3779b9',
  '0x5bd1e995',
  '0xc2b2ae35',
  '0x38495ab5',
  '0xe6546b64',
  '0x7feb352d',
  '0xa136aaad',
  '0x0b27d4eb',
  '0x846ca68b',
]

/**
 * Array(UInt64) of token hashes of the String expression `text`: lower-case words; numbers and ids that begin with a digit
 * have the hash 0; each letter of a script that is written without spaces is a token.
 */
export function tokenHashes(text: string): string {
  return `arrayMap(t -> cityHash64(t) * (t >= ':'), tokens(lower(${spaced(text)})))`
}

/** The same for a text in which quoted passages and code become one slot word; `plain` is its unmasked token hashes. */
export function maskedTokenHashes(text: string, plain: string): string {
  const slots = String.raw`(?s)\`\`\`.*?(\`\`\`|$)|\`[^\`]*\`|"[^"]*"|“[^”]*”`.replaceAll('\\', '\\\\')
  const masked = tokenHashes(`replaceRegexpAll(${text}, '${slots}', ' quotedslot ')`)
  return `if(multiSearchAny(${text}, ['"', '\`', '“']), ${masked}, ${plain})`
}

/** Text with each letter of Chinese, Japanese and Thai set apart; their first bytes in UTF-8 are E0 and E3 to E9. */
function spaced(text: string): string {
  const scripts = '([\\\\p{Han}\\\\p{Hiragana}\\\\p{Katakana}\\\\p{Thai}])'
  const leads = [0xe0, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9].map((byte) => `'\\x${byte.toString(16)}'`)
  return `if(multiSearchAny(${text}, [${leads.join(', ')}]), replaceRegexpAll(${text}, '${scripts}', ' \\\\1 '), ${text})`
}

/**
 * Array(UInt64) of hashes of each run of `width` consecutive token hashes: the mixed sum of the run, so that the order of
 * words inside it does not matter. Empty for a shorter text.
 */
export function runs(hashes: string, width: number): string {
  const sums = `arrayCumSum(arrayPushFront(${hashes}, toUInt64(0)))`
  const count = `greatest(toInt64(length(${hashes})) - ${width - 1}, 0)`
  const pairs = `arraySlice(${sums}, ${width + 1}, ${count}), arraySlice(${sums}, 1, ${count})`
  return `arrayMap((e, s) -> intHash64(e - s), ${pairs})`
}

/** Array(UInt32) of the shingles of a column of token hashes; empty for a text of fewer than five tokens. */
export function shingles(hashes: string): string {
  return `CAST(${runs(hashes, shingleTokens)} AS Array(UInt32))`
}

/** Array(UInt32) of `sketchSize` minima of a column of shingles (Broder 1997, with exclusive-or as the permutation); empty if it is. */
export function sketch(column: string): string {
  const minima = masks.map((mask) => `arrayMin(s -> bitXor(s, toUInt32(${mask})), ${column})`)
  return `if(empty(${column}), [], [${minima.join(', ')}])`
}
