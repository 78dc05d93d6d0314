/** The rows of one account that carry a signal, by strength; pages are stable because ties go by row id. */

import type { RowsBehindRequest } from './signal-definition'
import type { Statement } from './workspace'

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
export function firstRowsOf(request: RowsBehindRequest, { strength, where, reason, params, given }: RowRule): Statement {
  const { path, account, limit, offset } = request
  return {
    sql: `SELECT row_id, strength, ${reason} AS reason FROM (
        ${given ? `WITH ${given} ` : ''}SELECT row_id, ${strength} AS strength
        FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND (${where}))
      ORDER BY strength DESC, row_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { ...params, path, account, limit, offset },
  }
}
