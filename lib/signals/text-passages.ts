/** SQL that fingerprints the long passages of a text, so that a later text which contains one can be found by equality. */

import { runs } from './text-shingles'

/** Tokens per passage: about 200 characters of English. */
export const passageTokens = 32

/** One passage in this many is kept, by its hash, on both sides alike (0 mod p selection; Schleimer and others 2003). */
export const passageSampling = 8

/** Array(UInt64) of the kept passages of a column of token hashes. */
export function passageHashes(hashes: string): string {
  return `arrayFilter(h -> bitAnd(h, ${passageSampling - 1}) = 0, ${runs(hashes, passageTokens)})`
}

/** Fewer tokens than this say too little to be the same text. */
const wholeTextTokens = 8

/** UInt64 hash of a whole column of token hashes; 0 for a text too short to compare. */
export function wholeText(hashes: string): string {
  return `if(length(${hashes}) < ${wholeTextTokens}, toUInt64(0), cityHash64(${hashes}))`
}
