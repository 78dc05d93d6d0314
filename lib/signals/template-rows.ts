/** The requests of one account that belong to its most used template, found again from the account's own rows. */

import type { RowsBehindRequest } from './signal-definition'
import { agreement, alike, bands, positions, shingles, sketch, tokenHashes } from './text-shingles'
import type { Statement } from './workspace'

/** `row_id`, `strength` (agreeing sketch positions of 10) and `reason`; the core is that of the account's commonest band value. */
export function templateRows({ path, account, limit, offset }: RowsBehindRequest): Statement {
  const keys = bands.map((band, index) => `(${index + 1}, ${band})`).join(', ')
  const core = positions.map((position) => `quantileExactLow(0.5)(${position}) AS core_${position}`).join(', ')
  return {
    sql: `WITH
      sketches AS (SELECT row_id, ${sketch('shingles')} FROM (
        SELECT row_id, ${shingles('tokens')} AS shingles FROM (
          SELECT row_id, ${tokenHashes('assumeNotNull(prompt)')} AS tokens
          FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND prompt != '')
        WHERE length(tokens) >= 5)),
      (SELECT argMax(key, (n, key)) FROM (
        SELECT arrayJoin([${keys}]) AS key, count() AS n FROM sketches GROUP BY key)) AS home
      SELECT row_id, ${agreement('', 'core_')} AS strength,
        concat('agrees with the template in ', toString(strength), ' of 10 positions') AS reason
      FROM sketches AS a CROSS JOIN (
        SELECT ${core} FROM sketches WHERE [${bands.join(', ')}][home.1] = home.2) AS b
      WHERE strength >= ${alike} ORDER BY strength DESC, row_id
      LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, account, limit, offset },
  }
}
