/** Joins what a table says of accounts to the rows of a log that do not say it themselves. */

import type { Engine } from '@/lib/platform/engine'
import type { AccountFacts } from '@/lib/signals/references/account-table'

/** Lines of one statement; parameters travel in its address, which has an end. */
const linesAtOnce = 300

const structure = `account String, t_plan Nullable(String), t_payment Nullable(String), t_domain Nullable(String), t_created Nullable(Int64)`

/** Makes `table` of the facts that rows can lack. */
export async function keepAccountFacts(engine: Engine, table: string, facts: readonly AccountFacts[]): Promise<void> {
  await engine.run(`CREATE TABLE ${table} (${structure}) ENGINE = MergeTree ORDER BY account`)
  for (let from = 0; from < facts.length; from += linesAtOnce) {
    const lines = facts
      .slice(from, from + linesAtOnce)
      .map(({ account, plan, payment, emailDomain, created }) =>
        JSON.stringify({ account, t_plan: plan, t_payment: payment, t_domain: emailDomain, t_created: created }),
      )
    await engine.run(`INSERT INTO ${table} SELECT * FROM format(JSONEachRow, {structure:String}, {lines:String})`, {
      ...{ structure, lines: lines.join('\n') },
    })
  }
}

/** Rows of the Parquet in the parameter `path`, without their texts, with what they lack out of `table`; what a row says itself stays. */
export function rowsWithFacts(table: string | null): string {
  if (table === null) return 'file({path:String}, Parquet)'
  const lacking = (column: string, fact: string) => `if(ifNull(${column}, '') = '', ${fact}, ${column}) AS ${column}`
  return `(SELECT * EXCEPT (prompt, response, system_prompt, extra) REPLACE (
      ${lacking('plan', 't_plan')}, ${lacking('payment_ref', 't_payment')}, ${lacking('email_domain', 't_domain')},
      ifNull(account_created_at, fromUnixTimestamp64Milli(t_created, 'UTC')) AS account_created_at)
    FROM file({path:String}, Parquet) AS log LEFT ANY JOIN ${table} AS facts ON log.account_id = facts.account)`
}
