/** SQL expressions that reduce a text to what survives rewording: canonical tokens, 5-token shingles, a MinHash sketch. */

/** Agreeing sketch positions from which two texts count as alike: an estimated Jaccard similarity of 0.7. */
export const alike = 7

/** Tokens per shingle. */
const shingleTokens = 5

/** Masks that make one 32-bit hash into ten: exclusive-or with each, keep the smallest. */
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

/** Columns of a sketch, one UInt32 each; a step of the estimated Jaccard similarity is one tenth. */
export const positions = masks.map((_, index) => `s${index + 1}`)

/** Sketch positions that serve as bands of the locality-sensitive hash. */
export const bands = positions.slice(0, 4)

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * Array(UInt64) of token hashes of the String expression `text`: lower-case words with quoted passages and code as one slot
 * word and without digits; in a text that is mostly of a script without spaces each character is a token.
 */
export function tokenHashes(text: string): string {
  const plain = `translate(${canonical(text)}, '${upper}0123456789', '${upper.toLowerCase()}${' '.repeat(10)}')`
  return `arrayMap(t -> cityHash64(t), tokens(${plain}))`
}

/** Most texts hold neither a quote nor a first byte (E0, E3 to E9) of Chinese, Japanese or Thai and stay as they are. */
function canonical(text: string): string {
  const leads = [0xe0, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9].map((byte) => `'\\x${byte.toString(16)}'`)
  const slots = String.raw`(?s)\`\`\`.*?(\`\`\`|$)|\`[^\`]*\`|"[^"]*"|“[^”]*”`.replaceAll('\\', '\\\\')
  const slotted = `replaceRegexpAll(${text}, '${slots}', ' quotedslot ')`
  const mostly = `length(${text}) >= 1.5 * lengthUTF8(${text})`
  const apart = `if(${mostly}, arrayStringConcat(ngrams(${slotted}, 1), ' '), ${slotted})`
  return `if(multiSearchAny(${text}, ['"', '\`', '“', ${leads.join(', ')}]), ${apart}, ${text})`
}

/**
 * Array(UInt32) of the shingles of a column of token hashes: for each run of five the mixed sum, so that the order of words
 * inside it does not matter. Empty for a text of fewer tokens.
 */
export function shingles(hashes: string): string {
  const sums = `arrayCumSum(arrayPushFront(${hashes}, toUInt64(0)))`
  const count = `greatest(toInt64(length(${hashes})) - ${shingleTokens - 1}, 0)`
  const pairs = `arraySlice(${sums}, ${shingleTokens + 1}, ${count}), arraySlice(${sums}, 1, ${count})`
  return `CAST(arrayMap((e, s) -> intHash64(e - s), ${pairs}) AS Array(UInt32))`
}

/** Runs of words that are looked at from the front and from the back: where instructions around an item stand. */
const [framedFront, framedBack] = [16, 6]

/** Array(UInt32), without repeats, of the first and last `shingles` of a text: the words around what changes. */
export function frames(column: string): string {
  return `arrayDistinct(arrayConcat(arraySlice(${column}, 1, ${framedFront}), arraySlice(${column}, -${framedBack})))`
}

/** The `positions` as select items: minima of a column of shingles (Broder 1997, exclusive-or as the permutation); 0 without any. */
export function sketch(column: string): string {
  return masks
    .map((mask, index) => `arrayMin(s -> bitXor(s, toUInt32(${mask})), ${column}) AS ${positions[index]}`)
    .join(', ')
}

/** SQL: in how many positions two sketches agree; each side is what a position's name is put behind. */
export function agreement(a: string, b: string): string {
  return `(${positions.map((position) => `(${a}${position} = ${b}${position})`).join(' + ')})`
}
