/** Generates a labelled synthetic usage log: the same options give the same bytes, as a stream of any length. */

import { drawArrivals } from './log/arrivals'
import { runFromCommandLine } from './log/command-line'
import { logText } from './log/formats/log-text'
import { type LogOptions, planOf, type Role } from './log/plan'
import { populate } from './log/population'
import { type LogRecord, Recorder } from './log/record'
import { countRows } from './log/row-counts'
import { Traffic } from './log/traffic'
import { logLanguage } from './texts/language'

const chunkSize = 1 << 18

export interface LabelledRecord {
  record: LogRecord
  role: Role
  /** The kind of application, or for a campaign's own calls the family. */
  family: string
  /** Whether the row is a campaign's own call rather than a customer's request or cover. */
  harvest: boolean
  /** Of a campaign's own call: the part of its prompt that says what to do. */
  instruction?: string
}

export interface AccountLabel {
  account_id: string
  role: Role
  /** Name of the campaign that runs the account. */
  campaign: string | null
}

/** The labels of all accounts, without generating rows. */
export function labelsOf(options: LogOptions): AccountLabel[] {
  return populate(planOf(options), logLanguage).map(({ id, role, campaign }) => ({
    account_id: id,
    role,
    campaign: campaign === null ? null : `campaign-${campaign + 1}`,
  }))
}

/** Every record in order of time with what it really is, for tests and for measuring detection. */
export function* generateRecords(options: LogOptions): Generator<LabelledRecord> {
  const plan = planOf(options)
  const accounts = populate(plan, logLanguage)
  const counts = countRows(plan, accounts)
  const { keys, slots } = drawArrivals(plan, accounts, counts)
  const traffic = new Traffic(plan, accounts, counts, logLanguage)
  const recorder = new Recorder(plan)
  const start = Date.parse(plan.start)
  for (const key of keys) {
    const slot = key % slots
    const time = start + (key - slot) / slots
    const { account, exchange, status } = traffic.next(slot, time)
    const { family, instruction } = exchange
    const record = recorder.record(account, exchange, time, status)
    traffic.settle(account, record.input_tokens, record.output_tokens)
    yield { record, role: account.role, family, harvest: instruction !== undefined, instruction }
  }
}

/** The log as text in its format, in chunks of about 256 KiB. */
export async function* generateLog(options: LogOptions): AsyncGenerator<string> {
  const { format } = planOf(options)
  let chunk = ''
  for (const text of logText(recordsOf(options), format)) {
    chunk += text
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

function* recordsOf(options: LogOptions): Generator<LogRecord> {
  for (const { record } of generateRecords(options)) yield record
}

void runFromCommandLine(import.meta.url, { generateLog, labelsOf })
