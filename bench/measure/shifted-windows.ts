/** How well windows of prompts that a collector sends are told from ordinary ones, pure and mixed, on real prompts. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Engine } from '@/lib/platform/engine'
import { discrepancy, emptySet, promptPoints, type Words } from '@/lib/signals/prompt-kernel'
import { hashedWords, readWords } from '@/lib/signals/prompt-windows'
import { type Draws, seededDraws, shuffle } from '@/lib/signals/seeded-draws'

/** What people ask of a general assistant, and what is collected for training. */
const ordinary = /arena_hard|awesome_chatgpt|slop_score/
const collected = /gsm8k|gpteacher|self_instruct/

const nullWindows = 400
const tested = 200
const mixtures = [1, 0.7, 0.5, 0.3, 0.2, 0.1]

export type ShiftedWindows = {
  window: number
  falsePositives: number
  power: { source: string; share: number; found: number }[]
}

/**
 * For windows of `window` prompts: the share of ordinary ones beyond the 95th percentile of a null of ordinary windows against a
 * reference of ordinary prompts that none of them holds, and the share of windows with so many collected prompts. Null without the data.
 */
export async function shiftedWindows(
  engine: Engine,
  folder: string,
  window: number,
  seed = 1,
): Promise<ShiftedWindows | null> {
  const sources = await wordsOfSources(engine, folder)
  if (!sources) return null
  const draws = seededDraws(seed)
  const benign = shuffle(
    [...sources].filter(([name]) => ordinary.test(name)).flatMap(([, words]) => words),
    draws,
  )
  const thirds = Math.floor(benign.length / 3)
  const [reference, forNull, forTest] = [
    benign.slice(0, thirds),
    benign.slice(thirds, 2 * thirds),
    benign.slice(2 * thirds),
  ]
  const add = promptPoints(reference, seed)
  const setOf = (prompts: readonly Words[]) => {
    const set = emptySet()
    for (const words of prompts) add(set, words)
    return set
  }
  const against = setOf(reference)
  const value = (prompts: readonly Words[]) => discrepancy(setOf(prompts), against)
  const drawn = (from: readonly Words[], n: number) => sample(from, n, draws)
  const ordered = Array.from({ length: nullWindows }, () => value(drawn(forNull, window))).sort((a, b) => a - b)
  const threshold = ordered[Math.floor(0.95 * nullWindows)] ?? Number.POSITIVE_INFINITY
  const beyond = (make: () => Words[]) =>
    Array.from({ length: tested }, () => value(make())).filter((one) => one > threshold).length / tested
  const attacks = [...sources].filter(([name]) => collected.test(name))
  return {
    window,
    falsePositives: beyond(() => drawn(forTest, window)),
    power: attacks.flatMap(([source, words]) =>
      mixtures.map((share) => {
        const n = Math.round(share * window)
        return { source, share, found: beyond(() => [...drawn(words, n), ...drawn(forTest, window - n)]) }
      }),
    ),
  }
}

/** Without putting back while there are enough, with it when a source is smaller than the window. */
function sample(from: readonly Words[], n: number, draws: Draws): Words[] {
  if (n > from.length) return Array.from({ length: n }, () => from[draws.below(from.length)] as Words)
  return shuffle([...from], draws).slice(0, n)
}

async function wordsOfSources(engine: Engine, folder: string): Promise<Map<string, Words[]> | null> {
  const files = await readdir(join(folder, 'prompts')).catch(() => null)
  if (!files) return null
  const work = await mkdtemp(join(tmpdir(), 'touchstone-windows-'))
  try {
    const sources = new Map<string, Words[]>()
    for (const file of files.filter((name) => name.endsWith('.jsonl.gz'))) {
      const path = join(work, file.replace('.gz', ''))
      await writeFile(path, gunzipSync(await readFile(join(folder, 'prompts', file))))
      const rows = await engine.rows<{ words: string }>(
        `SELECT ${hashedWords('prompt')} AS words FROM file({path:String}, JSONEachRow, 'prompt String')`,
        { path },
      )
      sources.set(
        file.split('.')[0] ?? file,
        rows.map(({ words }) => readWords(words)).filter(({ length }) => length > 0),
      )
    }
    return sources
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
