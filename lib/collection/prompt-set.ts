/** Reads the prompts of a sealed file, in the order of their ids, and refuses a file in which one id has two texts. */

import { createHash } from 'node:crypto'
import { defaultReadLimits, openBytes, refuseForeign } from '@/lib/comparison/outputs/open-bytes'
import { splitCells } from '@/lib/comparison/outputs/output-records'
import { splitRecords } from '@/lib/comparison/outputs/split-records'
import { canonicalText } from '@/lib/custody/canonical'
import { AppError } from '@/lib/platform/errors'
import type { Prompt, PromptSet } from './collection-request'
import { identityProbes } from './identity-probes'

type Source = { name: string; bytes: AsyncIterable<Uint8Array> }

/**
 * The prompts of JSON lines or CSV with `prompt_id` and `prompt`, plain, gzip or zstd; model outputs are such a file too. Throws
 * `AppError` with a sentence when there is none, a record lacks either, or two texts share an id.
 */
export async function readPrompts({ name, bytes }: Source): Promise<Prompt[]> {
  const { isCsv, whole } = await peek(name, openBytes(name, bytes, defaultReadLimits).chunks)
  const found = new Map<string, string>()
  let header: string[] | null = null
  const limits = { quoted: isCsv, maxBytes: defaultReadLimits.maxRecordBytes }
  for await (const { line, bytes: record } of splitRecords(whole, limits)) {
    const text = record?.toString('utf8').replace(/^\ufeff/, '') ?? ''
    if (text.trim() === '') continue
    if (isCsv && header === null) header = headerOf(name, text)
    else take(found, promptOf(text, header) ?? refuse(name, line, 'has no prompt_id or no prompt'), { name, line })
  }
  if (found.size === 0) refuse(name, 1, 'is where prompts were looked for, and there is none')
  return [...found].map(([id, prompt]) => ({ id, prompt })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The format by the first bytes, and all bytes again. */
async function peek(name: string, chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  refuseForeign(name, head.subarray(0, 4096))
  const start = head
    .toString('utf8', 0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart()
  const whole = (async function* () {
    yield head
    yield* { [Symbol.asyncIterator]: () => iterator }
  })()
  return { isCsv: !start.startsWith('{'), whole }
}

function headerOf(name: string, line: string): string[] {
  const header = (splitCells(line, ',') ?? []).map((cell) => cell.trim().toLowerCase())
  return header.includes('prompt_id') && header.includes('prompt')
    ? header
    : refuse(name, 1, 'is neither a JSON object nor a CSV head with prompt_id and prompt')
}

function promptOf(text: string, header: string[] | null): Prompt | null {
  const { prompt_id, prompt } = header ? fieldsOf(text, header) : jsonOf(text)
  const id = typeof prompt_id === 'number' ? String(prompt_id) : prompt_id
  return typeof id === 'string' && id !== '' && typeof prompt === 'string' && prompt !== '' ? { id, prompt } : null
}

type Fields = { prompt_id?: unknown; prompt?: unknown }

const fieldsOf = (text: string, header: string[]): Fields => {
  const cells = splitCells(text, ',') ?? []
  return Object.fromEntries(header.map((column, at) => [column, cells[at]]))
}

function jsonOf(text: string): Fields {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

function take(found: Map<string, string>, { id, prompt }: Prompt, at: { name: string; line: number }): void {
  const known = found.get(id)
  if (known !== undefined && known !== prompt) refuse(at.name, at.line, `gives “${id}” another text than a line before`)
  if (/^(identity-probe|canary)-\d+$/.test(id)) refuse(at.name, at.line, `uses “${id}”, which is an id of ours`)
  found.set(id, prompt)
}

function refuse(name: string, line: number, what: string): never {
  throw new AppError('invalid-input', `Line ${line} of “${name}” ${what}. Give each prompt a prompt_id and a prompt.`)
}

/** All prompts of a set: those of its file, then canaries, then probes. */
export function allPrompts(ofFile: readonly Prompt[], set: Pick<PromptSet, 'canaries' | 'identityProbes'>): Prompt[] {
  return [
    ...ofFile,
    ...set.canaries.map(({ id, prompt }) => ({ id, prompt })),
    ...(set.identityProbes ? identityProbes : []),
  ]
}

/** SHA-256 in hex of the canonical JSON of prompts in order. */
export function promptsHash(prompts: readonly Prompt[]): string {
  return createHash('sha256').update(canonicalText(prompts)).digest('hex')
}
