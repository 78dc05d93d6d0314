/** Rows of a log as a page shows them: nothing hidden in their text, nothing of a masked one but its length. Pure. */

import { formatCount } from '@/lib/platform/format-number'
import type { ExplorerRow } from '@/lib/signals/explorer'
import { visibleMarks } from '@/lib/signals/visible-marks'

/** A text or, when it may not be read or is absent, what is known of it. */
export type ShownText = { text: string | null; length: number | null }

export type ExplorerLine = {
  rowId: number
  /** ISO 8601 in UTC, or null. */
  time: string | null
  account: string
  model: string
  status: string
  input: string
  output: string
  latency: string
  isMasked: boolean
  prompt: ShownText
  response: ShownText
}

const previewCharacters = 200

/** A row as one line of the list. */
export function explorerLine(row: ExplorerRow): ExplorerLine {
  return {
    ...{ rowId: Number(row.row_id), time: row.timestamp, isMasked: row.masked },
    account: shown(row.account_id),
    model: shown(row.model ?? ''),
    status: row.status === null ? '' : String(row.status),
    input: count(row.input_tokens),
    output: count(row.output_tokens),
    latency: row.latency_ms === null ? '' : `${count(row.latency_ms)} ms`,
    prompt: shownText(row, 'prompt', previewCharacters),
    response: shownText(row, 'response', previewCharacters),
  }
}

export type ExplorerDetail = {
  rowId: number
  account: string
  isMasked: boolean
  texts: { name: string; shown: ShownText; hidden: string[] }[]
  fields: { name: string; value: string }[]
}

const texts = [
  ['System prompt', 'system_prompt'],
  ['Prompt', 'prompt'],
  ['Response', 'response'],
  ['Other fields', 'extra'],
] as const

type TextColumn = (typeof texts)[number][1]

/** A row whole: its texts with their hidden characters named, and every other field that has a value. */
export function explorerDetail(row: ExplorerRow): ExplorerDetail {
  const isText = (name: string) => texts.some(([, column]) => name === column || name === `${column}_length`)
  const left = new Set(['row_id', 'masked', 'template_id'])
  return {
    ...{ rowId: Number(row.row_id), account: row.account_id, isMasked: row.masked },
    texts: texts.flatMap(([name, column]) => {
      if (row[column] === null && !row[`${column}_length`]) return []
      const { marks } = visibleMarks(row.masked ? '' : (row[column] ?? ''))
      const hidden = [...new Set(marks.map((mark) => `${mark.code} ${mark.name}`))]
      return [{ name, shown: shownText(row, column), hidden }]
    }),
    fields: Object.entries(row)
      .filter(([name, value]) => value !== null && value !== '' && !isText(name) && !left.has(name))
      .map(([name, value]) => ({ name: name.replaceAll('_', ' '), value: shown(String(value)) })),
  }
}

/** "1,204 characters, masked" for what may not be read. */
export function lengthInWords({ length }: ShownText, isMasked: boolean): string {
  if (length === null) return 'absent'
  return `${formatCount(length)} characters${isMasked ? ', masked' : ''}`
}

function shownText(row: ExplorerRow, column: TextColumn, limit?: number): ShownText {
  const length = row[`${column}_length`]
  const text = row.masked ? null : row[column]
  if (text === null) return { text: null, length }
  const kept = limit === undefined ? text : [...text.slice(0, limit * 2)].slice(0, limit).join('')
  const whole = visibleMarks(limit === undefined ? kept : kept.replace(/\s+/g, ' ')).text
  return { text: limit !== undefined && (length ?? 0) > limit ? `${whole}…` : whole, length }
}

const shown = (text: string) => visibleMarks(text).text
const count = (value: number | null) => (value === null ? '' : formatCount(value))
