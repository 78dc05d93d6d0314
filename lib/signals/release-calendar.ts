/** When models came out: a table that the reader of a log may bring, since no log says it. */

import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'

/** `model` as the log writes it; `releasedAt` in milliseconds since 1970. */
export type ModelRelease = { model: string; releasedAt: number }

const line = z.tuple([z.string().trim().min(1).max(200), z.iso.datetime({ offset: true }).or(z.iso.date())])

/** Reads lines of `model,time` (a date, or a time with its zone); a first line `model,released_at` and empty lines are passed over. Throws `invalid-input` for any other line. */
export function readReleases(text: string): ModelRelease[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return lines.flatMap((raw, index) => {
    if (raw.trim() === '' || (index === 0 && /^model\s*,\s*released_at$/i.test(raw.trim()))) return []
    const parsed = line.safeParse(raw.split(',').map((part) => part.trim()))
    if (parsed.success) return [{ model: parsed.data[0], releasedAt: Date.parse(parsed.data[1]) }]
    throw new AppError(
      'invalid-input',
      `Line ${index + 1} of the release calendar is not “model,time”. Write a date, or a time with its zone.`,
    )
  })
}
