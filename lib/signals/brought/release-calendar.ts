/** When models came out: a table that the reader of a log may bring, since no log says it. */

import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'

/** `model` as the log writes it; `releasedAt` in milliseconds since 1970. */
export type ModelRelease = { model: string; releasedAt: number }

const model = z.string().trim().min(1).max(200)
const time = z.iso.datetime({ offset: true }).or(z.iso.date())
const header = /^model[\w ]*,\s*[a-z_ ]+$/i
const line = z.tuple([model, time])
const entry = z.object({ model, released_at: time })

/**
 * Reads lines of `model,time` (a date, or a time with its zone), where a first line that names the columns, such as `model,time`, and
 * empty lines are passed over; or a JSON list of `{ model, released_at }`. Throws `invalid-input` for anything else.
 */
export function readReleases(text: string): ModelRelease[] {
  const plain = text.replace(/^\uFEFF/, '')
  return plain.trimStart().startsWith('[') ? ofList(plain) : ofLines(plain.split(/\r?\n/))
}

/** The releases as the JSON list that `readReleases` takes, by time and name: the same calendar gives the same bytes. */
export function releasesText(releases: readonly ModelRelease[]): string {
  const order = (a: ModelRelease, b: ModelRelease) => a.releasedAt - b.releasedAt || (a.model < b.model ? -1 : 1)
  const list = [...releases].sort(order)
  return JSON.stringify(
    list.map(({ model, releasedAt }) => ({ model, released_at: new Date(releasedAt).toISOString() })),
  )
}

function ofList(text: string): ModelRelease[] {
  const parsed = z.array(entry).safeParse(jsonOf(text))
  if (parsed.success)
    return parsed.data.map(({ model, released_at }) => ({ model, releasedAt: Date.parse(released_at) }))
  const at = Number(parsed.error.issues[0]?.path[0] ?? 0) + 1
  throw new AppError(
    'invalid-input',
    `Entry ${at} of the release calendar is not {"model", "released_at"}. Write a date, or a time with its zone.`,
  )
}

function ofLines(lines: string[]): ModelRelease[] {
  return lines.flatMap((raw, index) => {
    if (raw.trim() === '' || (index === 0 && header.test(raw.trim()))) return []
    const parsed = line.safeParse(raw.split(',').map((part) => part.trim()))
    if (parsed.success) return [{ model: parsed.data[0], releasedAt: Date.parse(parsed.data[1]) }]
    throw new AppError(
      'invalid-input',
      `Line ${index + 1} of the release calendar does not name a model and its time, as in “orion-2,2026-03-01”. Write a date, or a time with its zone.`,
    )
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
