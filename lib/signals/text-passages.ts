/** SQL that fingerprints the long passages of a text, so that a later text which contains one can be found by equality. */

/** Tokens per passage: about 200 characters of English. */
export const passageTokens = 32

/** One passage in this many is kept, by its hash, on both sides alike (0 mod p selection; Schleimer and others 2003). */
export const passageSampling = 8

/**
 * Array(UInt64) of the kept passages of a column of token hashes. A passage is the sum of 32 consecutive token hashes,
 * mixed; the order of words inside it does not matter.
 */
export function passageHashes(hashes: string): string {
  const sums = `arrayCumSum(${hashes})`
  const count = `length(${hashes}) - ${passageTokens - 1}`
  const ends = `arraySlice(${sums}, ${passageTokens}, ${count})`
  const starts = `arraySlice(arrayPushFront(${sums}, toUInt64(0)), 1, ${count})`
  const mixed = `arrayMap((e, s) -> intHash64(e - s), ${ends}, ${starts})`
  return `if(length(${hashes}) < ${passageTokens}, [], arrayFilter(h -> h % ${passageSampling} = 0, ${mixed}))`
}
