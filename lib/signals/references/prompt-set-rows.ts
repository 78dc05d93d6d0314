/** The rows of an account whose prompt stands in a reference set, in the order of the set. */

import { longestSentence, longSentences, sentenceKeys } from '@/lib/signals/texts/text-passages'
import type { RowsBehindRequest } from '../signal-definition'
import type { Statement } from '../workspace'
import { normalisedPrompt, promptsIn } from './prompt-set-tables'

/** Whole prompts first, then those with a sentence of the set; none when the analysis had no set. */
export function setRowsOf({ path, account, limit, offset, promptSets = [] }: RowsBehindRequest): Statement {
  const files = Object.fromEntries(promptSets.map((set, index) => [`set${index}`, set.path]))
  const params = { path, account, limit, offset, ...files }
  if (promptSets.length === 0)
    return { sql: `SELECT 0 AS row_id, 0 AS strength, '' AS reason WHERE false LIMIT {limit:UInt32}`, params }
  const own = `SELECT row_id, lower(hex(SHA256(${normalisedPrompt('assumeNotNull(prompt)')}))) AS digest,
      ${longSentences(sentenceKeys('assumeNotNull(prompt)'))} AS keys
    FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND prompt != ''`
  const parts = promptSets.flatMap(({ hashesOnly }, index) => {
    const whole = `SELECT row_id, 2 AS how, ${index + 1} AS set, position FROM (${own}) AS o
      INNER JOIN ${promptsIn(`set${index}`)} AS p ON o.digest = p.sha256`
    const sentence = `SELECT row_id, 1 AS how, ${index + 1} AS set, position FROM (SELECT row_id, arrayJoin(keys) AS key FROM (${own})) AS o
      INNER JOIN (${tellingSentences(`set${index}`)}) AS p ON o.key = p.key`
    return hashesOnly ? [whole] : [whole, sentence]
  })
  const reason = `concat(if(strength = 2, 'is', 'contains a sentence of'), ' prompt ', toString(place + 1), ' of set ', toString(number))`
  return {
    sql: `SELECT row_id, strength, ${reason} AS reason FROM (
        SELECT row_id, max(how) AS strength, argMin(set, (-how, set, position)) AS number, argMin(position, (-how, set, position)) AS place
        FROM (${parts.join(' UNION ALL ')}) GROUP BY row_id)
      ORDER BY strength DESC, number, place, row_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params,
  }
}

function tellingSentences(name: string): string {
  const keyed = `SELECT position, ${longestSentence('keys')} AS key FROM (SELECT position, ${sentenceKeys('assumeNotNull(prompt)')} AS keys FROM ${promptsIn(name)})`
  return `SELECT key, min(position) AS position FROM (${keyed}) WHERE key != 0 GROUP BY key HAVING count() = 1`
}
