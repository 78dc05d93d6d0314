/** SQL expressions that reduce a text to what survives rewording: canonical tokens, 5-token shingles, a MinHash sketch. */

/** Hash functions per sketch; a step of the estimated Jaccard similarity is one tenth. */
export const sketchSize = 10

/** Sketch positions that serve as bands of the locality-sensitive hash. */
export const bands = [1, 2, 3, 4]

/** Agreeing sketch positions from which two texts count as alike: an estimated Jaccard similarity of 0.7. */
export const alike = 7

/** Odd constants that make one 64-bit hash into `sketchSize` (multiply by each, keep the smallest). */
const multipliers = [
  '11400714819323198485',
  '14029467366897019727',
  '1609587929392839161',
  '9650029242287828579',
  '2870177450012600261',
  '16646288086500911323',
  '17280346270528514343',
  '13091204281003204201',
  '4768777513237032717',
  '7046029254386353131',
]

/** Weights of the five tokens of a shingle in its polynomial hash. */
const places = ['1', '6364136223846793005', '3935559000370003845', '2862933555777941757', '3202034522624059733']

/**
 * Array(String) of canonical tokens of the String expression `text`: lower case; quoted passages and code become one slot
 * word; numbers vanish and ids fall into fragments; each letter of a script without spaces is a token.
 */
export function canonicalTokens(text: string): string {
  const slots = String.raw`(?s)\`\`\`.*?(\`\`\`|$)|\`[^\`]*\`|"[^"]*"|“[^”]*”`.replaceAll('\\', '\\\\')
  const quoted = `if(position(${text}, '"') + position(${text}, '\`') + position(${text}, '“') > 0,
    replaceRegexpAll(${text}, '${slots}', ' quotedslot '), ${text})`
  const lower = `translate(lower(${quoted}), '0123456789', '          ')`
  return `tokens(${spaced(lower)})`
}

/** Text with each letter of Chinese, Japanese and Thai set apart. */
function spaced(text: string): string {
  const scripts = '([\\\\p{Han}\\\\p{Hiragana}\\\\p{Katakana}\\\\p{Thai}])'
  return `if(isValidASCII(${text}), ${text}, replaceRegexpAll(lowerUTF8(${text}), '${scripts}', ' \\\\1 '))`
}

/** Array(UInt64) of token hashes for an Array(String) expression. */
export function tokenHashes(tokens: string): string {
  return `arrayMap(t -> cityHash64(t), ${tokens})`
}

/** Array(UInt64) of the hashes of 5-token shingles of a column of token hashes; shorter texts are one shingle. */
export function shingles(hashes: string): string {
  const count = `greatest(toInt64(length(${hashes})) - 4, 0)`
  const slices = places.map((_, index) => `arraySlice(${hashes}, ${index + 1}, ${count})`)
  const terms = places.map((place, index) => `t${index} * ${place}`)
  const names = places.map((_, index) => `t${index}`).join(', ')
  return `if(length(${hashes}) < 5, [cityHash64(${hashes})],
    arrayMap((${names}) -> intHash64(${terms.join(' + ')}), ${slices.join(', ')}))`
}

/** Array(UInt32) of `sketchSize` minima of a column of shingle hashes (Broder 1997; multiply-shift hashing). */
export function sketch(column: string): string {
  const minima = multipliers.map((odd) => `toUInt32(bitShiftRight(arrayMin(s -> s * ${odd}, ${column}), 32))`)
  return `[${minima.join(', ')}]`
}
