/** A set of prompts in its order, read from what people bring, and kept as texts or only as hashes of them. */

import { createHash } from 'node:crypto'
import { AppError } from '@/lib/platform/errors'
import { csvRecords, headerOf, jsonRecords, linesOf, type TableRecord } from './table-records'

/** What is kept of a prompt: its place in the set, counted from 0, the SHA-256 of its normal form, and the text if it may be kept. */
export type ReferencePrompt = { position: number; sha256: string; prompt?: string }

/** `left_out` prompts are too short to be told from chance, or were in the set before. */
export type PromptSet = { prompts: ReferencePrompt[]; leftOut: number }

/** Shorter normal forms are what anybody may send. */
export const fewestCharacters = 20

export const mostPrompts = 1_000_000

/**
 * The text as prompts are compared: ASCII letters small, cut at line ends and at full stops, question and exclamation marks (also
 * Chinese ones), blanks around the pieces and empty pieces left out. `normalisedPrompt` of `prompt-set-tables.ts` is the same in SQL.
 */
export function normalForm(text: string): string {
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const pieces = small.split(/[.!?\n。！？]/).map((piece) => piece.replace(/^ +| +$/g, ''))
  return pieces.filter((piece) => piece !== '').join('.')
}

/**
 * Reads JSON lines with `prompt` (also `text`, `question` or `instruction`), CSV with such a column, or one prompt a line. Throws
 * `invalid-input` with the line that cannot be read, or when nothing is left.
 */
export function readPromptSet(text: string, { hashesOnly = false }: { hashesOnly?: boolean } = {}): PromptSet {
  const texts = promptsOf(text)
  const seen = new Set<string>()
  const prompts = texts.flatMap((prompt, position) => {
    const normal = normalForm(prompt)
    const sha256 = createHash('sha256').update(normal).digest('hex')
    if (normal.length < fewestCharacters || seen.has(sha256)) return []
    seen.add(sha256)
    return [hashesOnly ? { position, sha256 } : { position, sha256, prompt }]
  })
  if (prompts.length > 0 && prompts.length <= mostPrompts) return { prompts, leftOut: texts.length - prompts.length }
  if (prompts.length > 0)
    throw new AppError('too-large', `A prompt set has at most ${mostPrompts} prompts. Import it in parts.`)
  const sentence = `No prompt of ${fewestCharacters} characters or more was found. Give JSON lines or CSV with “prompt”, or one prompt a line.`
  throw new AppError('invalid-input', sentence)
}

/** The bytes that are kept and hashed: one JSON object a line, in the order of the set. */
export function promptSetText({ prompts }: PromptSet): string {
  return prompts.map((prompt) => `${JSON.stringify(prompt)}\n`).join('')
}

const names = ['prompt', 'text', 'question', 'instruction']

function promptsOf(text: string): string[] {
  const lines = linesOf(text)
  const first = lines.find((line) => line.text.trim() !== '')?.text.trim() ?? ''
  if (first.startsWith('{')) return jsonRecords('the prompt set', text).map(promptOf)
  if (headerOf(text).some((name) => names.includes(name))) return csvRecords('the prompt set', text).map(promptOf)
  return lines.map((line) => line.text).filter((line) => line.trim() !== '')
}

function promptOf({ line, fields }: TableRecord): string {
  const value = names.map((name) => fields[name]).find((one) => typeof one === 'string')
  if (typeof value === 'string') return value
  throw new AppError(
    'invalid-input',
    `Line ${line} of the prompt set has no “prompt” that is a text. Mend it and import it again.`,
  )
}
