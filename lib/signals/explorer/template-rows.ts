/** The requests of one account that belong to its most used template, found again from the account's own rows. */

import type { RowsBehindRequest } from '@/lib/signals/signal-definition'
import { agreement, alike, bands, positions, shingles, sketch, tokenHashes } from '@/lib/signals/texts/text-shingles'
import type { Statement } from '@/lib/signals/workspace'

/**
 * `row_id`, `strength` (agreeing sketch positions of 10) and `reason`; the core is that of the account's commonest band value,
 * or of the band value that `template` (as a link table prints it) is named by.
 */
export function templateRows({ path, account, limit, offset, template }: RowsBehindRequest & { template?: string }) {
  const named = template === undefined ? null : homeOf(template)
  const keys = bands.map((band, index) => `(${index + 1}, ${band})`).join(', ')
  const core = positions.map((position) => `quantileExactLow(0.5)(${position}) AS core_${position}`).join(', ')
  const statement: Statement = {
    sql: `WITH
      sketches AS (SELECT row_id, ${sketch('shingles')} FROM (
        SELECT row_id, ${shingles('tokens')} AS shingles FROM (
          SELECT row_id, ${tokenHashes('assumeNotNull(prompt)')} AS tokens
          FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND prompt != '')
        WHERE length(tokens) >= 5)),
      (SELECT argMax(key, (key = ({band:UInt8}, {key:UInt32}), n, key)) FROM (
        SELECT arrayJoin([${keys}]) AS key, count() AS n FROM sketches GROUP BY key)) AS home
      SELECT row_id, ${agreement('', 'core_')} AS strength,
        concat('agrees with the template in ', toString(strength), ' of 10 positions') AS reason
      FROM sketches AS a CROSS JOIN (
        SELECT ${core} FROM sketches WHERE [${bands.join(', ')}][home.1] = home.2) AS b
      WHERE strength >= ${alike} ORDER BY strength DESC, row_id
      LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, account, limit, offset, ...(named ?? noHome) },
  }
  return statement
}

const noHome = { band: 0, key: 0 }

/** A template is named by the band and the value of its home: `template 0112AB34CD`, band 1 (counted from 0) and 12AB34CD. */
function homeOf(template: string): typeof noHome | null {
  const hex = /^template ([0-9a-f]{1,16})$/i.exec(template)?.[1]
  if (hex === undefined) return null
  const home = BigInt(`0x${hex}`)
  return { band: Number(home >> 32n) + 1, key: Number(home & 0xffffffffn) }
}
