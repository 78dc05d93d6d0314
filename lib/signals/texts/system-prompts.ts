/** SQL that reduces a system prompt to two hashes, of which at least one mostly survives another name, date or number in it. */

/**
 * Smallest and largest hash of the runs of five words, without digits and letter case (Broder 1997 with one value from
 * either end); a slot of k words changes each with a probability of about (k + 4) ÷ words. Both are 0 for no system prompt.
 */
export function systemHashes(column: string): [string, string] {
  const hashes = `wordShingleMinHashCaseInsensitive(translate(ifNull(${column}, ''), '0123456789', '          '), 5, 1)`
  return [1, 2].map((part) => `if(${column} = '' OR ${column} IS NULL, 0, tupleElement(${hashes}, ${part}))`) as [
    string,
    string,
  ]
}

/**
 * SQL to join behind canonical rows called `rows`, out of the Parquet file in the parameter `path`: `system_low` and
 * `system_high` as `systemHashes` gives them, computed once for each different system prompt. No text is held.
 */
export function joinedSystemHashes(rows: string): string {
  const [low, high] = systemHashes('system_prompt')
  const different = `SELECT cityHash64(assumeNotNull(system_prompt)) AS system_key, system_prompt
    FROM file({path:String}, Parquet) WHERE system_prompt != '' LIMIT 1 BY system_key`
  return `LEFT ANY JOIN (SELECT system_key, ${low} AS low_, ${high} AS high_ FROM (${different})) AS systems_
    ON cityHash64(ifNull(${rows}.system_prompt, '')) = systems_.system_key`
}
