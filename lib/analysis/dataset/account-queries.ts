/** The accounts of a dataset as the log itself shows them: how much, when, and whether their text may be read. */

import type { PersonActor } from '@/lib/platform/actor'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { datasetHead, readableAccounts } from './dataset-queries'

export type AccountLine = {
  account: string
  rows: number
  outputTokens: number | null
  first: string | null
  last: string | null
  plan: string | null
  /** Why this person may read its text, or null when it is masked. */
  readable: 'subject' | 'unmasked' | null
}

const accountsPerPage = 100
/** Beyond any log: an address with a greater number would ask for a place that the engine cannot count to. */
const lastPage = 1e9

/** One page of accounts by rows, most first; `q` is part of an account's name. */
export async function accountsPage(
  actor: PersonActor,
  key: { number: string; id: string },
  asked: { q?: string; page?: string },
) {
  const head = await datasetHead(actor, key)
  const readable = await readableAccounts(actor, head.case.id)
  const subjects = new Set(readable.accounts)
  const unmasked = new Set(readable.unmasked.map(({ account }) => account))
  const page = Math.min(Math.max(1, Math.floor(Number(asked.page)) || 1), lastPage)
  const found = await accountLines(head.sha256, { q: asked.q ?? '', offset: (page - 1) * accountsPerPage })
  const lines = found.slice(0, accountsPerPage).map((line): AccountLine => {
    const why = subjects.has(line.account) ? 'subject' : unmasked.has(line.account) ? 'unmasked' : null
    return { ...line, readable: why }
  })
  return { head, lines, page, isLast: found.length <= accountsPerPage, whyNotUnmask: head.whyNotUnmask }
}

type Found = Omit<AccountLine, 'readable'>

/** One line more than a page, so that the end is known. */
function accountLines(sha256: string, { q, offset }: { q: string; offset: number }): Promise<Found[]> {
  const time = (extreme: 'min' | 'max') => `formatDateTime(${extreme}(timestamp), '%Y-%m-%dT%H:%i:%SZ', 'UTC')`
  return interactiveEngine().rows<Found>(
    `SELECT account_id AS account, count() AS rows, sum(output_tokens) AS outputTokens,
       ${time('min')} AS first, ${time('max')} AS last, min(plan) AS plan
     FROM file({path:String}, Parquet)
     WHERE {q:String} = '' OR positionCaseInsensitiveUTF8(account_id, {q:String}) > 0
     GROUP BY account_id ORDER BY rows DESC, account LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
    { path: blobPath(Buffer.from(sha256, 'hex')), q, limit: accountsPerPage + 1, offset },
  )
}
