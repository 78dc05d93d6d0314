/** Other requests of an account whose prompts vary the same text as one of its rows. */

import { agreement, alike, bands, positions, shingles, sketch, tokenHashes } from '@/lib/signals/texts/text-shingles'
import type { Dataset } from './explorer-keys'
import { isVisible } from './explorer-sql'

/** How many requests of the account, the row among them, agree with it, and the prompts of some of the others. */
export type TemplateMates = { requests: number; prompts: string[] }

const compared = 12
const mostCharacters = 8_000

/**
 * The prompts of the template that `rowId` belongs to, found as `templates` finds one: the requests that share the band value
 * of the row which most share make the core, and 7 of 10 sketch positions must agree with it. Null when fewer than two others
 * do, or the row itself does not. Nothing of an account that the reader may not read.
 */
export async function templateMates(
  { engine, parquetPath: path, visibleAccounts }: Dataset,
  { account, rowId }: { account: string; rowId: number },
): Promise<TemplateMates | null> {
  const keys = bands.map((band, index) => `(${index + 1}, ${band})`).join(', ')
  const core = positions.map((position) => `quantileExactLow(0.5)(${position}) AS core_${position}`).join(', ')
  const [found] = await engine.rows<TemplateMates & { there: number }>(
    `WITH sketches AS (SELECT row_id, text, ${sketch('shingles')} FROM (
        SELECT row_id, text, ${shingles('tokens')} AS shingles FROM (
          SELECT row_id, assumeNotNull(prompt) AS text, ${tokenHashes('assumeNotNull(prompt)')} AS tokens
          FROM file({path:String}, 'Parquet') WHERE account_id = {account:String} AND ${isVisible} AND prompt != '')
        WHERE length(tokens) >= 5)),
      (SELECT argMax(key, (n, key)) FROM (
        SELECT arrayJoin([${keys}]) AS key, count() AS n, countIf(row_id = {row:UInt64}) AS own
        FROM sketches GROUP BY key HAVING own > 0)) AS home
     SELECT count() AS requests, countIf(row_id = {row:UInt64}) AS there,
       groupArrayIf(${compared})(leftUTF8(text, ${mostCharacters}), row_id != {row:UInt64}) AS prompts
     FROM sketches CROSS JOIN (SELECT ${core} FROM sketches WHERE [${bands.join(', ')}][home.1] = home.2) AS middle
     WHERE ${agreement('', 'core_')} >= ${alike}`,
    { path, account, row: rowId, visible: [...visibleAccounts] },
  )
  if (!found || found.there === 0 || found.prompts.length < 2) return null
  return { requests: found.requests, prompts: found.prompts }
}
