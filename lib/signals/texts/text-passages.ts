/** SQL that fingerprints the sentences of a text, so that a later text which contains one can be found by equality. */

/** A sentence of fewer bytes says too little to be recognised: about seven English words. */
export const fewestBytes = 40

/** A text of fewer bytes says too little to be the same text. */
const wholeTextBytes = 40

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const smallestKey = `bitShiftLeft(toUInt64(${fewestBytes}), 48)`

/**
 * Array(UInt64) with a key for each sentence or line of the String expression `text`, without regard to letter case and
 * blanks before it: its length in bytes in the upper 16 bits, so that keys order by length, and a hash in the others.
 */
export function sentenceKeys(text: string): string {
  return `arrayMap(c -> ${sentenceKey('c')}, ${sentencesIn(text)})`
}

/** Array(String) of the sentences and lines of the String expression `text`, in lower case, without their stops. */
export function sentencesIn(text: string): string {
  const stops = `if(length(${text}) = lengthUTF8(${text}), ${text}, replaceRegexpAll(${text}, '[。！？]', '.'))`
  const sentences = `splitByChar('.', translate(${stops}, '${upper}!?\\n', '${upper.toLowerCase()}...'))`
  return `arrayMap(c -> trimBoth(c), ${sentences})`
}

/** The key of one sentence as `sentencesIn` gives it. */
export function sentenceKey(c: string): string {
  return `bitOr(bitShiftLeft(least(toUInt64(length(${c})), 65535), 48), bitShiftRight(cityHash64(${c}), 16))`
}

/** The keys of sentences long enough to be recognised. */
export function longSentences(keys: string): string {
  return `arrayFilter(k -> k >= ${smallestKey}, ${keys})`
}

/** The key of the longest sentence; 0 when none is long enough. */
export function longestSentence(keys: string): string {
  return `if(arrayMax(${keys}) >= ${smallestKey}, arrayMax(${keys}), 0)`
}

/** UInt64 hash of all sentences together; 0 for a text too short to compare. */
export function wholeText(text: string, keys: string): string {
  return `if(length(${text}) < ${wholeTextBytes}, toUInt64(0), ${anyText(keys)})`
}

/** The same for a text of any length. */
export function anyText(keys: string): string {
  return `cityHash64(arrayFilter(k -> k >= bitShiftLeft(toUInt64(1), 48), ${keys}))`
}
