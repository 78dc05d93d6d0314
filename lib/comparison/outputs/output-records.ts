/** Reads one record of a model-output file, JSON or CSV, into fields, or says why it cannot. */

import type { ModelOutput } from './model-outputs'

/** A usable record, or the reason why it is not one. */
export type ReadRecord = { output: ModelOutput; model: string | null } | { reason: string }

type Fields = {
  prompt_id?: unknown
  prompt?: unknown
  output?: unknown
  model?: unknown
  group?: unknown
  category?: unknown
}

/** One line of JSONL. */
export function readJsonRecord(text: string): ReadRecord {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: 'not a JSON object' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { reason: 'not a JSON object' }
  return fromFields(value)
}

/** One record of CSV under `header`. */
export function readCsvRecord(text: string, header: readonly string[], delimiter: string): ReadRecord {
  const cells = splitCells(text, delimiter)
  if (!cells) return { reason: 'a quotation mark is not closed' }
  if (cells.length !== header.length) return { reason: `${cells.length} columns where the header has ${header.length}` }
  return fromFields(Object.fromEntries(header.map((column, i) => [column, cells[i]])))
}

/** The cells of one CSV record by RFC 4180; null when a quote is left open. */
export function splitCells(text: string, delimiter: string): string[] | null {
  const cells: string[] = []
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at)
      cells.push(text.slice(at, end < 0 ? text.length : end))
      if (end < 0) return cells
      at = end + delimiter.length
      continue
    }
    const end = closingQuote(text, at + 1)
    if (end < 0) return null
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'))
    if (end + 1 >= text.length) return cells
    if (!text.startsWith(delimiter, end + 1)) return null
    at = end + 1 + delimiter.length
  }
  return cells
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function fromFields({ prompt_id, prompt, output, model, group, category }: Fields): ReadRecord {
  const promptId = typeof prompt_id === 'number' ? String(prompt_id) : prompt_id
  if (promptId === undefined || promptId === null) return { reason: 'no prompt_id' }
  if (typeof promptId !== 'string' || promptId === '') return { reason: 'prompt_id is not a text' }
  if (output === undefined) return { reason: 'no output' }
  if (typeof output !== 'string' && output !== null) return { reason: 'output is not a text' }
  if (prompt !== undefined && prompt !== null && typeof prompt !== 'string') return { reason: 'prompt is not a text' }
  const kind = named(group) ?? named(category)
  return {
    output: { promptId, prompt: prompt ?? null, output: output ?? '', ...(kind !== null && { group: kind }) },
    model: typeof model === 'string' && model !== '' ? model : null,
  }
}

const longestGroup = 80

/** A group's name; anything but a short text is none. */
function named(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || text.length > longestGroup ? null : text
}
