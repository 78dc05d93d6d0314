/** The prompts of one account that contain an earlier response of it, found again from the account's own rows. */

import type { RowsBehindRequest } from '@/lib/signals/signal-definition'
import { longestSentence, longSentences, sentenceKeys, wholeText } from '@/lib/signals/texts/text-passages'
import type { Statement } from '@/lib/signals/workspace'

/** `row_id`, `strength` (matching texts) and `reason`. */
export function chainedRows({ path, account, limit, offset }: RowsBehindRequest): Statement {
  const rows = (side: string, keys: string) => `SELECT row_id, time, arrayJoin(${keys}) AS key
    FROM (SELECT row_id, timestamp AS time, assumeNotNull(${side}) AS text, ${sentenceKeys('text')} AS keys
      FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND timestamp IS NOT NULL AND ${side} != '')
    WHERE key != 0`
  const whole = wholeText('text', 'keys')
  return {
    sql: `WITH prompts AS (${rows('prompt', `arrayPushFront(${longSentences('keys')}, ${whole})`)}),
      first_prompts AS (SELECT key, min(time) AS first_prompt FROM prompts GROUP BY key),
      responses AS (SELECT key, min((time, row_id)) AS first FROM (${rows('response', `[${longestSentence('keys')}, ${whole}]`)}) GROUP BY key)
      SELECT row_id, count() AS strength,
        concat('contains the response of row ', toString(min(first.2))) AS reason
      FROM prompts INNER JOIN responses USING (key) INNER JOIN first_prompts USING (key)
      WHERE first.1 < time AND first.1 < first_prompt
      GROUP BY row_id ORDER BY strength DESC, row_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, account, limit, offset },
  }
}
