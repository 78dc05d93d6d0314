/** The prompts of a comparison as a page lists them: only what it shows is read of the file, whose hash is checked once. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { ComparisonDetail } from '@/lib/comparison/detail/comparison-detail'
import {
  type PromptFileHeader,
  type PromptRow,
  type ReadBytes,
  readPromptColumn,
  readPromptHeader,
  readPromptRows,
} from '@/lib/comparison/detail/prompt-file'
import { AppError } from '@/lib/platform/errors'
import { blobPath } from '@/lib/platform/storage'

/** What to list: the candidate, the method to sort by (falling with a leading `-`), the page from 1, and the prompt to open. */
export type PromptView = { candidate: string; sort: string; page: number; open: string | null }

export type ListedPrompt = {
  promptId: string
  prompt: string | null
  group: string | null
  /** By column; null where a method has none for a single prompt. */
  values: Record<string, number | null>
}

export type PromptPage = {
  header: PromptFileHeader
  methods: string[]
  view: PromptView
  pages: number
  prompts: ListedPrompt[]
  opened: { row: PromptRow; values: Record<string, number | null> } | null
}

const perPage = 25

/** One page of the prompts. Only for callers that came to the file through a run within the actor's scope. */
export async function comparedPrompts(file: ComparisonDetail['promptFile'], wanted: PromptView): Promise<PromptPage> {
  const handle = await openChecked(file.sha256)
  try {
    return await pageOf(reading(handle), wanted)
  } finally {
    await handle.close()
  }
}

async function pageOf(read: ReadBytes, wanted: PromptView): Promise<PromptPage> {
  const opened = await readPromptHeader(read)
  const { header } = opened
  const candidate = header.columns.some((column) => column.candidate === wanted.candidate)
    ? wanted.candidate
    : (header.columns[0]?.candidate ?? '')
  const methods = header.columns.flatMap((column) => (column.candidate === candidate ? [column.method] : []))
  const columns = new Map<string, Float64Array>()
  for (const [k, column] of header.columns.entries()) {
    if (column.candidate === candidate) columns.set(column.method, await readPromptColumn(read, opened, k))
  }
  const down = !wanted.sort || wanted.sort.startsWith('-')
  const named = wanted.sort.replace(/^-/, '')
  const method = methods.includes(named) ? named : 'together'
  const order = sorted(columns.get(method) ?? new Float64Array(header.prompts), down)
  const pages = Math.max(1, Math.ceil(order.length / perPage))
  const page = Math.min(pages, Math.max(1, wanted.page))
  const places = order.slice((page - 1) * perPage, page * perPage)
  const rows = await readPromptRows(read, opened, places)
  const valuesAt = (p: number) =>
    Object.fromEntries(
      [...columns].map(([name, values]) => [name, Number.isNaN(values[p]) ? null : (values[p] ?? null)]),
    )
  const prompts = rows.map(({ promptId, prompt, group }, k) => ({
    promptId,
    prompt,
    group,
    values: valuesAt(places[k] ?? 0),
  }))
  const at = rows.findIndex(({ promptId }) => promptId === wanted.open)
  const row = rows[at]
  return {
    ...{ header, methods, pages, prompts },
    view: { candidate, sort: `${down ? '-' : ''}${method}`, page, open: row?.promptId ?? null },
    opened: row ? { row, values: valuesAt(places[at] ?? 0) } : null,
  }
}

/** Places by value; equal ones in the order of their ids, those without a value last. */
function sorted(values: Float64Array, down: boolean): number[] {
  const places = Array.from(values, (_, p) => p)
  const key = (p: number): number => {
    const value = values[p] as number
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : down ? value : -value
  }
  return places.sort((a, b) => key(b) - key(a) || a - b)
}

const checked = new Set<string>()

async function openChecked(sha256: string): Promise<FileHandle> {
  const path = blobPath(Buffer.from(sha256, 'hex'))
  try {
    if (!checked.has(sha256)) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path)) hash.update(chunk)
      if (hash.digest('hex') !== sha256) throw new Error('the stored bytes have another hash')
      checked.add(sha256)
    }
    return await open(path, 'r')
  } catch (cause) {
    throw new AppError(
      'unavailable',
      'The stored prompts of this comparison are missing or damaged. Tell your administrator.',
      {
        cause,
      },
    )
  }
}

const reading =
  (handle: FileHandle): ReadBytes =>
  async (offset, length) => {
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
    return buffer
  }
