/** Splits a log into shares of whole accounts that lie together in the tables sorted by account, so that a statement reads its share and nothing else. */

import type { Engine } from '@/lib/platform/engine'

/** SQL condition on the column `account`, and its parameters. */
export type AccountShare = { within: string; params: Record<string, string> }

type Counted = { account: string; n: number }

/** Shares of at most `most` requests each, or of one account that has more. Every account is in exactly one of them. */
export async function accountShares(engine: Engine, requests: string, most: number): Promise<AccountShare[]> {
  // The order of accounts is the engine's: that of the bytes.
  return sharesOf(
    await engine.rows<Counted>(`SELECT account, count() AS n FROM ${requests} GROUP BY account ORDER BY account`),
    most,
  )
}

/** The same for accounts in their order with the number of their requests. */
export function sharesOf(counts: readonly Counted[], most: number): AccountShare[] {
  const begins: string[] = []
  let taken = 0
  for (const [at, { account, n }] of counts.entries()) {
    taken += n
    if (at === 0 || taken <= most) continue
    begins.push(account)
    taken = n
  }
  const limits = [null, ...begins, null]
  return limits.slice(1).map((to, at) => shareOf(limits[at] ?? null, to))
}

function shareOf(from: string | null, to: string | null): AccountShare {
  const conditions = [
    ...(from === null ? [] : ['account >= {from:String}']),
    ...(to === null ? [] : ['account < {to:String}']),
  ]
  const params = { ...(from !== null && { from }), ...(to !== null && { to }) }
  return { within: conditions.length > 0 ? `(${conditions.join(' AND ')})` : 'true', params }
}
