/** Rows of a log as a page shows them: nothing hidden in their text, nothing of a masked one but its length. Pure. */

import { formatCount } from '@/lib/platform/format-number'
import type { ExplorerRow } from '@/lib/signals/explorer/explorer'
import type { TemplateMates } from '@/lib/signals/explorer/template-mates'
import { type Segment, templateSlots } from '@/lib/signals/explorer/template-slots'
import { visibleMarks } from '@/lib/signals/explorer/visible-marks'
import { furtherColumns } from './explorer-columns'

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
  /** Every further column that has a value in this row, by its name. */
  further: Record<string, string>
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
    further: Object.fromEntries(
      furtherColumns.flatMap((name) => {
        const value = row[name]
        return value === null || value === '' ? [] : [[name, shown(String(value))]]
      }),
    ),
  }
}

export type ExplorerDetail = {
  rowId: number
  account: string
  isMasked: boolean
  texts: { name: string; shown: ShownText; hidden: string[] }[]
  /** The prompt cut where its template's slots begin and end; null when it is of no template or may not be read. */
  template: { requests: number; segments: Segment[] } | null
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
export function explorerDetail(row: ExplorerRow, mates: TemplateMates | null = null): ExplorerDetail {
  const isText = (name: string) => texts.some(([, column]) => name === column || name === `${column}_length`)
  const left = new Set(['row_id', 'masked', 'template_id'])
  return {
    ...{ rowId: Number(row.row_id), account: row.account_id, isMasked: row.masked },
    template: templateOf(row, mates),
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

function templateOf(row: ExplorerRow, mates: TemplateMates | null): ExplorerDetail['template'] {
  if (!mates || row.masked || !row.prompt) return null
  const segments = templateSlots(row.prompt, mates.prompts)
  return {
    requests: mates.requests,
    segments: segments.map(({ text, isSlot }) => ({ text: visibleMarks(text).text, isSlot })),
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
