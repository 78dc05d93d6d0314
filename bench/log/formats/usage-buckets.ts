/** Hourly sums by account, key and model: what usage reports hold. Records must come in order of time. */

import type { LogRecord } from '../record'

const hour = 3_600_000

export interface UsageSum {
  account: string
  key: string
  model: string
  requests: number
  input: number
  output: number
  cached: number
}

/** Writes each hour by `bucket` as soon as the next one begins, so that one hour is in memory. */
export function hourly(bucket: (start: number, end: number, sums: UsageSum[]) => string) {
  const sums = new Map<string, UsageSum>()
  let current = 0
  const rest = () => {
    const text = sums.size > 0 ? bucket(current * hour, (current + 1) * hour, [...sums.values()]) : ''
    sums.clear()
    return text
  }
  const write = (record: LogRecord) => {
    const at = Math.floor(Date.parse(record.timestamp) / hour)
    const text = at === current ? '' : rest()
    current = at
    add(sums, record)
    return text
  }
  return { write, rest }
}

function add(sums: Map<string, UsageSum>, record: LogRecord): void {
  const name = `${record.account_id} ${record.api_key_id} ${record.model}`
  const none = { account: record.account_id, key: record.api_key_id, model: record.model }
  const sum = sums.get(name) ?? { ...none, requests: 0, input: 0, output: 0, cached: 0 }
  sum.requests++
  sum.input += record.input_tokens
  sum.output += record.output_tokens
  sum.cached += record.cached_tokens ?? 0
  sums.set(name, sum)
}
