/** Generates a labelled synthetic usage log: the same options give the same bytes, as a stream of any length. */

import type { Account } from './log/account'
import { drawArrivals } from './log/arrivals'
import { runFromCommandLine } from './log/command-line'
import { Dispatcher } from './log/dispatcher'
import { Customers } from './log/exchanges'
import { lineOf } from './log/formats'
import { disguiseOf, type LogOptions, type LogPlan, planOf, type Role } from './log/plan'
import { populate } from './log/population'
import { type LogRecord, Recorder } from './log/record'
import { logLanguage } from './texts/language'

const chunkSize = 1 << 18

export interface LabelledRecord {
  record: LogRecord
  role: Role
  /** The kind of application, or for the campaign's own calls the family of the harvesting prompt. */
  family: string
  harvest: boolean
}

export interface AccountLabel {
  account_id: string
  role: Role
  campaign: boolean
}

/** The labels of all accounts, without generating rows. */
export function labelsOf(options: LogOptions): AccountLabel[] {
  return populate(planOf(options), logLanguage).map(({ id, role }) => ({
    account_id: id,
    role,
    campaign: role === 'campaign',
  }))
}

/** Every record in order of time with what it really is, for tests and for measuring detection. */
export function* generateRecords(options: LogOptions): Generator<LabelledRecord> {
  const plan = planOf(options)
  const accounts = populate(plan, logLanguage)
  const { keys, slots } = drawArrivals(plan, accounts)
  const members = accounts.filter((account) => account.role === 'campaign')
  const dispatcher = new Dispatcher(plan, logLanguage, disguiseOf(plan.difficulty), members)
  const customers = new Customers(logLanguage)
  const recorder = new Recorder(plan)
  const start = Date.parse(plan.start)
  for (const key of keys) {
    const slot = key % slots
    const time = start + (key - slot) / slots
    const call =
      slot === slots - 1
        ? dispatcher.next(time)
        : { account: accounts[slot] as Account, exchange: undefined, status: undefined }
    const exchange = call.exchange ?? customers.next(call.account)
    const record = recorder.record(call.account, exchange, time, call.status)
    yield { record, role: call.account.role, family: exchange.family, harvest: call.exchange !== undefined }
  }
}

/** The log as text: JSON lines in chunks of about 256 KiB, each ending with a newline. */
export async function* generateLog(options: LogOptions): AsyncGenerator<string> {
  const plan: LogPlan = planOf(options)
  const line = lineOf[plan.format]
  let chunk = ''
  for (const { record } of generateRecords(plan)) {
    chunk += `${line(record)}\n`
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

void runFromCommandLine(import.meta.url, { generateLog, labelsOf })
