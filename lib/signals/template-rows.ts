/** The requests of one account that belong to its most used template, found again from the account's own rows. */

import type { RowsBehindRequest } from './signal-definition'
import { agreement } from './template-clusters'
import { alike, bands, maskedTokenHashes, shingles, sketch, tokenHashes } from './text-shingles'
import type { Statement } from './workspace'

/** `row_id`, `strength` (agreeing sketch positions of 10) and `reason`; the core is that of the account's commonest band value. */
export function templateRows({ path, account, limit, offset }: RowsBehindRequest): Statement {
  const keys = bands.map((band) => `(${band}, sketch[${band}])`).join(', ')
  return {
    sql: `WITH
      sketches AS (SELECT row_id, ${sketch('shingles')} AS sketch FROM (
        SELECT row_id, ${shingles('tokens')} AS shingles FROM (
          SELECT row_id, ${tokenHashes('assumeNotNull(prompt)')} AS plain,
            ${maskedTokenHashes('assumeNotNull(prompt)', 'plain')} AS tokens
          FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND prompt != '')
        WHERE length(tokens) >= 5)),
      (SELECT argMax(key, (n, key)) FROM (
        SELECT arrayJoin([${keys}]) AS key, count() AS n FROM sketches GROUP BY key)) AS home,
      (SELECT arrayMap(pair -> pair.2, arraySort(groupArray((position, value)))) FROM (
        SELECT position, argMax(value, (n, value)) AS value FROM (
          SELECT position, value, count() AS n FROM sketches ARRAY JOIN sketch AS value, arrayEnumerate(sketch) AS position
          WHERE sketch[home.1] = home.2 GROUP BY position, value)
        GROUP BY position)) AS core
      SELECT row_id, ${agreement('sketch', 'core')} AS strength,
        concat('agrees with the template in ', toString(strength), ' of 10 positions') AS reason
      FROM sketches WHERE strength >= ${alike} ORDER BY strength DESC, row_id
      LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, account, limit, offset },
  }
}
