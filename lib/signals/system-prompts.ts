/** SQL that reduces a system prompt to two hashes, of which at least one mostly survives another name, date or number in it. */

/**
 * Smallest and largest hash of the runs of five words, without digits and letter case (Broder 1997 with one value from
 * either end); a slot of k words changes each with a probability of about (k + 4) ÷ words. Both are 0 for no system prompt.
 * The same few texts come again and again, so they are computed once for each of a block.
 */
export function systemHashes(column: string): [string, string] {
  const text = `toLowCardinality(ifNull(${column}, ''))`
  const hashes = `wordShingleMinHashCaseInsensitive(translate(${text}, '0123456789', '          '), 5, 1)`
  return [1, 2].map((part) => `if(${column} = '' OR ${column} IS NULL, 0, tupleElement(${hashes}, ${part}))`) as [
    string,
    string,
  ]
}
