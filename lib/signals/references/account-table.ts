/** What is known of accounts besides their requests: a table that the provider keeps, read from CSV or JSON lines. */

import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { csvRecords, headerOf, jsonRecords, type TableRecord } from './table-records'

/** `country` is that of the payment, in capitals; `created` in milliseconds since 1970; null where the table is silent. */
export type AccountFacts = {
  account: string
  created: number | null
  plan: string | null
  payment: string | null
  emailDomain: string | null
  country: string | null
  sanctioned: boolean | null
}

/** Other names under which a column may come. */
const columns = {
  account: ['account', 'account_id', 'id'],
  created: ['created', 'created_at', 'account_created_at', 'signed_up'],
  plan: ['plan', 'tier'],
  payment: ['payment', 'payment_ref'],
  emailDomain: ['email_domain', 'e-mail domain', 'domain'],
  country: ['country', 'billing_country', 'payment_country'],
  sanctioned: ['sanctioned', 'sanctions'],
} as const

const time = z.iso.datetime({ offset: true }).or(z.iso.date())
const [yes, no] = [
  ['yes', 'true', '1', 'y'],
  ['no', 'false', '0', 'n'],
]

/**
 * The accounts of a table, each once, in its order. Throws `invalid-input` with the line that cannot be read: one without an account,
 * an account that comes twice, a time without zone, or a sanction that is neither yes nor no.
 */
export function readAccountTable(text: string): AccountFacts[] {
  const seen = new Set<string>()
  const accounts = recordsOf(text).map((record) => {
    const facts = factsOf(record)
    if (seen.has(facts.account)) throw refusal(record, `names the account ${facts.account} a second time`)
    seen.add(facts.account)
    return facts
  })
  if (accounts.length > 0) return accounts
  throw new AppError('invalid-input', 'The account table names no account. Give CSV with a column “account”.')
}

/** The accounts of several tables, each once; where two say something different of one, the earlier table is believed. */
export function mergeAccountFacts(tables: readonly AccountFacts[][]): AccountFacts[] {
  const merged = new Map<string, AccountFacts>()
  for (const facts of tables.flat()) {
    const known = merged.get(facts.account)
    const added = Object.entries(facts).filter(([name]) => (known?.[name as keyof AccountFacts] ?? null) === null)
    merged.set(facts.account, { ...facts, ...known, ...Object.fromEntries(added) })
  }
  return [...merged.values()]
}

function recordsOf(text: string): TableRecord[] {
  if (
    text
      .trimStart()
      .replace(/^\uFEFF/, '')
      .startsWith('{')
  )
    return jsonRecords('the account table', text)
  if (headerOf(text).some((name) => (columns.account as readonly string[]).includes(name)))
    return csvRecords('the account table', text)
  throw new AppError(
    'invalid-input',
    'The first line of the account table has no column “account”. Name its columns there.',
  )
}

function factsOf(record: TableRecord): AccountFacts {
  const account = textOf(record, 'account')
  if (account === null) throw refusal(record, 'has no account')
  const created = textOf(record, 'created')
  if (created !== null && !time.safeParse(created).success)
    throw refusal(record, 'has a time that is neither a date nor a time with its zone')
  return {
    ...{ account, created: created === null ? null : Date.parse(created), plan: textOf(record, 'plan') },
    ...{ payment: textOf(record, 'payment'), emailDomain: textOf(record, 'emailDomain')?.toLowerCase() ?? null },
    ...{ country: textOf(record, 'country')?.toUpperCase() ?? null, sanctioned: sanctionOf(record) },
  }
}

function sanctionOf(record: TableRecord): boolean | null {
  const said = textOf(record, 'sanctioned')?.toLowerCase()
  if (said === undefined) return null
  if (yes?.includes(said)) return true
  if (no?.includes(said)) return false
  throw refusal(record, 'says of sanctions neither yes nor no')
}

/** The text of a column, null when it is absent or blank. Numbers are taken as they are written. */
function textOf({ fields }: TableRecord, column: keyof typeof columns): string | null {
  const value = columns[column].map((name) => fields[name]).find((one) => one !== undefined && one !== null)
  if (value === undefined || typeof value === 'object') return null
  const text = String(value).trim()
  return text === '' ? null : text
}

function refusal({ line }: TableRecord, what: string): AppError {
  return new AppError('invalid-input', `Line ${line} of the account table ${what}. Mend it and add it again.`)
}
