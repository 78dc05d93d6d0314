/** The files that the journeys upload: synthetic, made anew for each run into a folder of their own. */

import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateLog, generateRecords, labelsOf } from '@/bench/generate-log'
import { generateOutputs } from '@/bench/generate-outputs'
import type { LogOptions } from '@/bench/log/plan'

export type Sample = { path: string; name: string }

/** A folder for samples, and the function that removes it. */
export function sampleFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-test-samples-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const sampleAt = (path: string): Sample => ({ path, name: basename(path) })

/** A usage log as JSON lines. */
export async function usageLog(folder: string, options: LogOptions): Promise<Sample> {
  const path = join(folder, 'usage-march-synthetic.jsonl')
  await pipeline(Readable.from(generateLog(options)), createWriteStream(path))
  return sampleAt(path)
}

/** The accounts of the log's campaign. */
export const campaignOf = (options: LogOptions): string[] =>
  labelsOf(options).flatMap(({ campaign, account_id }) => (campaign ? [account_id] : []))

/** The account of the campaign that calls most often. */
export function busiestOf(options: LogOptions): string {
  const calls = new Map<string, number>()
  for (const { record, role } of generateRecords(options)) {
    if (role === 'campaign') calls.set(record.account_id, (calls.get(record.account_id) ?? 0) + 1)
  }
  return [...calls].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** One file with the answers of a suspect, two candidates and eight controls, and their names by role. */
export function modelOutputs(folder: string): Sample & { suspect: string; candidates: string[]; controls: string[] } {
  const models = generateOutputs({ seed: 5, prompts: 220 })
  const path = join(folder, 'model-answers-synthetic.jsonl')
  writeFileSync(path, models.flatMap(({ rows }) => rows.map((row) => `${JSON.stringify(row)}\n`)).join(''))
  const namesOf = (role: string) => models.filter((model) => model.role === role).map(({ model }) => model)
  const [suspect = ''] = namesOf('suspect')
  return { ...sampleAt(path), suspect, candidates: namesOf('candidate'), controls: namesOf('control') }
}

/** Records of a gateway that nobody knows, with times in no zone and one record that says nothing. */
export function unknownLog(folder: string, name: string): Sample & { rows: number } {
  const path = join(folder, name)
  const lines = Array.from({ length: 40 }, (_, i) => ({
    evt: { at: `2026-03-01 10:${String(i).padStart(2, '0')}:00` },
    cust: { ref: `c-${i % 4}` },
    ask: { question: `How does part ${i} of it work?`, engine: 'm-1' },
    reply: { text: 'It turns.' },
  }))
  writeFileSync(path, `${[...lines, { evt: {} }].map((line) => JSON.stringify(line)).join('\n')}\n`)
  return { ...sampleAt(path), rows: lines.length }
}

/** Records as the callbacks of LiteLLM write them, with one that is no record and one of a failed call. */
export function liteLlmLog(folder: string): Sample & { rows: number; rejected: number } {
  const path = join(folder, 'gateway-synthetic.jsonl')
  const lines = Array.from({ length: 120 }, (_, i) => JSON.stringify(gatewayCall(i)))
  lines.splice(60, 0, '{"id": "cut off')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return { ...sampleAt(path), rows: 120, rejected: 1 }
}

function gatewayCall(i: number) {
  const startTime = 1_772_000_000 + i * 47
  const failed = i === 77
  return {
    id: `call-${i}`,
    call_type: 'acompletion',
    custom_llm_provider: 'meridian',
    startTime,
    endTime: startTime + 1.5,
    response_time: 1.5,
    model: 'meridian-large',
    status: failed ? 'failure' : 'success',
    prompt_tokens: 20 + (i % 7),
    completion_tokens: failed ? 0 : 140,
    requester_ip_address: `198.51.100.${i % 5}`,
    messages: [{ role: 'user', content: `Explain step ${i} of the answer in your own words, then check it.` }],
    response: failed ? '' : { choices: [{ message: { role: 'assistant', content: `Step ${i} holds because…` } }] },
    metadata: { user_api_key_hash: `key-${i % 4}`, user_api_key_user_id: `gateway-user-${i % 4}` },
    ...(failed && { error_information: { error_code: '429', error_class: 'RateLimitError' } }),
  }
}

/** A plain text of about this many MiB, for an upload that takes a while. */
export function longDocument(folder: string, mebibytes: number): Sample {
  const path = join(folder, 'board-minutes-synthetic.txt')
  const line = 'Minutes, synthetic, of a meeting that was never held; written to be long. '
  writeFileSync(path, line.repeat(Math.ceil((mebibytes * 1024 * 1024) / line.length)))
  return sampleAt(path)
}

/** A short text. */
export function shortDocument(folder: string): Sample {
  const path = join(folder, 'letter-synthetic.txt')
  writeFileSync(path, 'We have received your notice and will answer it within the month.\n')
  return sampleAt(path)
}

/** A log of four model calls, and a trail of events that knows the addresses of three of them. */
export function completingLogs(folder: string): { calls: Sample; trail: Sample } {
  const user = { arn: 'arn:aws:iam::111122223333:user/x', accountId: '111122223333' }
  const calls = ['r1', 'r2', 'r3', 'r4'].map((requestId) => ({
    ...{
      schemaType: 'ModelInvocationLog',
      timestamp: '2026-01-02T03:04:05Z',
      accountId: '111122223333',
      identity: user,
    },
    ...{ requestId, operation: 'Converse', modelId: 'meridian-large', output: {} },
    input: { inputBodyJson: { messages: [{ role: 'user', content: [{ text: `What is ${requestId}?` }] }] } },
  }))
  const trail = ['r1', 'r2', 'r3', 'r9'].map((requestID) => ({
    ...{ eventTime: '2026-01-02T03:04:06Z', eventName: 'Converse', eventSource: 'bedrock.amazonaws.com', requestID },
    ...{ eventID: `e-${requestID}`, sourceIPAddress: '192.0.2.7', userAgent: 'client/1', userIdentity: user },
  }))
  const write = (name: string, records: object[]) => {
    const path = join(folder, name)
    writeFileSync(path, `${records.map((record) => JSON.stringify(record)).join('\n')}\n`)
    return sampleAt(path)
  }
  return { calls: write('calls-synthetic.jsonl', calls), trail: write('trail-synthetic.jsonl', trail) }
}
