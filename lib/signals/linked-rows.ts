/** The requests of one account that carry the values it shares with its cluster. */

import { firstRowsOf } from './rows-of-account'
import { rowValues } from './shared-attributes'
import type { RowsBehindRequest } from './signal-definition'

/** Rows that carry any of `request.values` (values of the link table, as printed there), most values first. */
export function linkedRows(request: RowsBehindRequest) {
  return firstRowsOf(request, {
    strength: `length(arrayIntersect([${rowValues.join(', ')}], {values:Array(String)}))`,
    where: 'strength > 0',
    reason: `concat('carries ', toString(strength), ' shared values')`,
    params: { values: request.values ?? [] },
  })
}
