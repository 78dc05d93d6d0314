/** How well windows of prompts that a collector sends are told from ordinary ones, pure and mixed, on real prompts. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { env } from '@/lib/platform/env'
import { type Draws, seededDraws, shuffle } from '@/lib/signals/statistics/seeded-draws'
import { discrepancy, emptySet, promptPoints, type Words } from '@/lib/signals/texts/prompt-kernel'
import { hashedWords, readWords } from '@/lib/signals/texts/prompt-windows'
import type { Figure } from './report'

/** What people ask of a general assistant, and what is collected for training. */
const ordinary = /arena_hard|awesome_chatgpt|slop_score/
const collected = /gsm8k|gpteacher|self_instruct/

const nullWindows = 400
const tested = 200
const mixtures = [1, 0.7, 0.5, 0.3, 0.2, 0.1]
const sizes = [24, 100]

type Sources = Map<string, Words[]>

/**
 * Figures for windows of several sizes: the share of ordinary ones beyond the 95th percentile of ordinary windows, against a reference
 * of ordinary prompts that none of them holds; and the share of windows with so many collected prompts, mean and lowest over the sources.
 */
export async function measureWindows({ seed }: { seed: number }): Promise<Figure[]> {
  const work = await mkdtemp(join(tmpdir(), 'touchstone-windows-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const sources = await wordsOfSources(engine, work)
    return sources
      ? sizes.flatMap((window) => figuresOf(sources, window, seed))
      : [figure('windows of real prompts', null, noData)]
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

const noData = 'the prompts are not in TOUCHSTONE_DATA'

const figure = (what: string, value: number | null, note = ''): Figure => ({
  part: 'windows',
  what,
  value,
  unit: '',
  note,
})

function figuresOf(sources: Sources, window: number, seed: number): Figure[] {
  const draws = seededDraws(seed)
  const benign = shuffle(
    ofKind(sources, ordinary).flatMap(([, words]) => words),
    draws,
  )
  const third = Math.floor(benign.length / 3)
  const [forNull, forTest] = [benign.slice(third, 2 * third), benign.slice(2 * third)]
  const distance = distanceFrom(benign.slice(0, third), seed)
  const drawn = (from: readonly Words[], n: number) => sample(from, n, draws)
  const ordered = Array.from({ length: nullWindows }, () => distance(drawn(forNull, window))).sort((a, b) => a - b)
  const threshold = ordered[Math.floor(0.95 * nullWindows)] ?? Number.POSITIVE_INFINITY
  const beyond = (make: () => Words[]) =>
    Array.from({ length: tested }, () => distance(make())).filter((one) => one > threshold).length / tested
  const power = mixtures.map((share) => {
    const n = Math.round(share * window)
    const found = ofKind(sources, collected).map(([, words]) =>
      beyond(() => [...drawn(words, n), ...drawn(forTest, window - n)]),
    )
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length
    return figure(`windows of ${window}, ${100 * share} % collected: found`, mean, `lowest ${Math.min(...found)}`)
  })
  return [
    figure(
      `windows of ${window}: ordinary ones found`,
      beyond(() => drawn(forTest, window)),
    ),
    ...power,
  ]
}

const ofKind = (sources: Sources, kind: RegExp) => [...sources].filter(([name]) => kind.test(name))

function distanceFrom(reference: readonly Words[], seed: number): (prompts: readonly Words[]) => number {
  const add = promptPoints(reference, seed)
  const setOf = (prompts: readonly Words[]) => {
    const set = emptySet()
    for (const words of prompts) add(set, words)
    return set
  }
  const against = setOf(reference)
  return (prompts) => discrepancy(setOf(prompts), against)
}

/** Without putting back while there are enough, with it when a source is smaller than the window. */
function sample(from: readonly Words[], n: number, draws: Draws): Words[] {
  if (n > from.length) return Array.from({ length: n }, () => from[draws.below(from.length)] as Words)
  return shuffle([...from], draws).slice(0, n)
}

async function wordsOfSources(engine: Engine, work: string): Promise<Sources | null> {
  const folder = join(env.referenceData, 'prompts')
  const files = await readdir(folder).catch(() => null)
  if (!files) return null
  const sources: Sources = new Map()
  for (const file of files.filter((name) => name.endsWith('.jsonl.gz'))) {
    const path = join(work, file.replace('.gz', ''))
    await writeFile(path, gunzipSync(await readFile(join(folder, file))))
    const rows = await engine.rows<{ words: string }>(
      `SELECT ${hashedWords('prompt')} AS words FROM file({path:String}, JSONEachRow, 'prompt String')`,
      { path },
    )
    sources.set(
      file,
      rows.map(({ words }) => readWords(words)).filter(({ length }) => length > 0),
    )
  }
  return sources
}
