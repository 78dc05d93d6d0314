/** The requests that carry a signal of a cluster: which of its members' rows one reads to check the figure. */

import type { Statement } from '@/lib/signals/workspace'
import type { ClusterSignalId } from './cluster-cell'
import { burst, refusals } from './hand-overs'

/** One dataset file and the accounts of one cluster. */
export type ClusterRowsRequest = { path: string; accounts: readonly string[]; limit: number; offset: number }

/** Requests of the members in time, as a table expression; only narrow columns are read. */
const traffic = `(SELECT row_id, account_id AS account, assumeNotNull(timestamp) AS at, ifNull(status, 0) AS answered
    FROM file({path:String}, Parquet)
    WHERE account_id IN (SELECT arrayJoin({accounts:Array(String)})) AND timestamp IS NOT NULL)`

/** Each request beside the one before it in the cluster: `before` is that one's account, `was` its status, `since` the time before it. */
const inTurn = `(SELECT *, lagInFrame(account, 1, '') OVER w AS before, lagInFrame(answered, 1, 0) OVER w AS was,
      lagInFrame(row_id, 1, row_id) OVER w AS row_before, lagInFrame(at, 1, at) OVER w AS since
    FROM ${traffic} WINDOW w AS (ORDER BY at, account, row_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))`

const seconds = `toString(round((toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(since)) / 1000, 1))`

/** SQL of `row_id`, `strength` and `reason` by signal. */
const rows: Record<ClusterSignalId, string> = {
  synchrony: `SELECT row_id, members AS strength,
      concat(toString(members), ' members in the five minutes from ', formatDateTime(slot, '%Y-%m-%d %H:%i', 'UTC'), ' UTC') AS reason
    FROM (SELECT *, toStartOfFiveMinutes(at) AS slot FROM ${traffic}) AS requests
    INNER JOIN (SELECT toStartOfFiveMinutes(at) AS slot, uniqExact(account) AS members FROM ${traffic} GROUP BY slot
      HAVING members > 1 ORDER BY members DESC, slot LIMIT 1000) AS slots USING (slot)
    ORDER BY strength DESC, slot, at, row_id`,
  'load-balancing': `SELECT row_id, switches AS strength,
      concat(${seconds}, ' s after a request of ', before, '; ', toString(switches), ' changes of account in this hour') AS reason
    FROM (SELECT *, countIf(before != '' AND before != account) OVER (PARTITION BY toStartOfHour(at)) AS switches FROM ${inTurn})
    WHERE before != '' AND before != account ORDER BY strength DESC, at, row_id`,
  failover: `SELECT row_id, toUInt8(was = 403) + 1 AS strength,
      concat(${seconds}, ' s after ', before, ' was refused with ', toString(was), ' (row ', toString(row_before), ')') AS reason
    FROM ${inTurn} WHERE before != '' AND before != account AND was IN (${refusals.join(', ')}) ORDER BY strength DESC, at, row_id`,
}

/** What the rows of a signal are, in a sentence for the head of their list. */
export const clusterRowsMeaning: Record<ClusterSignalId, string> = {
  synchrony: 'Requests in the five minutes in which most members were busy together, those with most members first.',
  'load-balancing':
    'Requests that followed one of another member, from the hours in which the cluster changed its account most often.',
  failover: `The first request of another member after one was refused with ${refusals.join(' or ')}; a stop of 429 needs ${burst} refusals in an hour.`,
}

/** `row_id`, `strength` and `reason` of the rows behind one cell, strongest first. */
export function clusterRows(signal: ClusterSignalId, { path, accounts, limit, offset }: ClusterRowsRequest): Statement {
  return {
    sql: `${rows[signal]} LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    params: { path, accounts: [...accounts], limit, offset },
  }
}
