/** The rows of one account that carry a signal, by strength; pages are stable because ties go by row id. */

import type { RowsBehindRequest } from '@/lib/signals/signal-definition'
import type { Statement } from '@/lib/signals/workspace'

/** Fixed SQL of a signal, never user text: how strong a row is, which rows count, and the reason in words. */
export type RowRule = {
  strength: string
  where: string
  reason: string
  params?: Record<string, unknown>
  /** Named expressions over a canonical row that the others build on. */
  given?: string
}

/** `row_id`, `strength` and `reason` of the rows of `request.account` in one dataset, strongest first. */
export function firstRowsOf(
  request: RowsBehindRequest,
  { strength, where, reason, params, given }: RowRule,
): Statement {
  const { path, account, limit, offset } = request
  // The engine's reader loses an expression that a condition shares with a column when it filters early.
  const [named, early] = given ? [`WITH ${given} `, 'SETTINGS optimize_move_to_prewhere = 0'] : ['', '']
  return {
    sql: `SELECT row_id, strength, reason FROM (
        ${named}SELECT row_id, ${strength} AS strength, ${reason} AS reason
        FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND (${where}) ${early})
      ORDER BY strength DESC, row_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { ...params, path, account, limit, offset },
  }
}
