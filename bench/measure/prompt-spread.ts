/**
 * Measures how far the weight of a candidate moves when other prompts of the same kind are drawn, for several numbers of prompts:
 * `npx tsx bench/measure/prompt-spread.ts > lib/comparison/profiles/prompt-spread.json`, from the reference panel.
 */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type DrawnLineUp, drawLineUps } from '@/lib/comparison/calibration/draw-line-ups'
import { scoreLineUp } from '@/lib/comparison/calibration/line-up-scores'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { poolGrams } from '@/lib/comparison/methods/pooled-grams'
import { type PreparedPrompt, preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import { featuresAgainst } from '@/lib/comparison/weights/line-up-features'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { log10Of } from '@/lib/comparison/weights/weigh-candidates'
import { env } from '@/lib/platform/env'

const [numbers, resamples, most, seed] = [[100, 200, 400, 757], 16, Number(process.argv[2] ?? 24), 11]

async function main(): Promise<void> {
  const data = join(env.referenceData, 'model-outputs')
  const relations = readRelations(await readFile(join(data, 'reference-panel.csv'), 'utf8'))
  const files = (await readdir(join(data, 'reference-panel'))).sort()
  const models = []
  for (const file of files)
    models.push(await readModelOutputsFile(file.replace('.jsonl.gz', ''), join(data, 'reference-panel', file)))
  const named = models.filter(({ name }) => relations.models.some(({ model }) => model === name))
  const places = new Map(named.map(({ name }, place) => [name, place]))
  const { prompts } = preparePrompts(named)
  const taught = ({ candidates }: DrawnLineUp) => candidates.some(({ relation }) => relation === 'related')
  const lineUps = drawLineUps(relations, { draws: 1, seed }).filter(taught).slice(0, most)
  const random = xoroshiro128plus(seed)
  const draw = (count: number) =>
    Array.from({ length: count }, () => prompts[uniformInt(random, 0, prompts.length - 1)] as PreparedPrompt)
  const spreads: { prompts: number; sd: number[] }[] = numbers.map((count) => ({ prompts: count, sd: [] }))
  for (const [done, lineUp] of lineUps.entries()) {
    for (const spread of spreads) {
      const weights = []
      for (let s = 0; s < resamples; s++) weights.push(await weightsOf(draw(spread.prompts), places, lineUp))
      for (const [k, { relation }] of lineUp.candidates.entries())
        if (relation === 'related') spread.sd.push(short(deviation(weights.map((row) => row[k] ?? 0))))
    }
    process.stderr.write(`${done + 1} of ${lineUps.length}\n`)
  }
  const measured = spreads.map(({ prompts: count, sd }) => ({ prompts: count, pairs: sd.length, ...quartiles(sd) }))
  const made = { fusion: defaultProfile?.fusion, profile: defaultProfile?.id, resamples, seed, lineUps: lineUps.length }
  process.stdout.write(`${JSON.stringify({ ...fitted(measured), measured, ...made }, null, 2)}\n`)
}

async function weightsOf(drawn: PreparedPrompt[], places: Map<string, number>, lineUp: DrawnLineUp): Promise<number[]> {
  const chosen = [lineUp.suspect, ...lineUp.candidates.flatMap(({ snapshots }) => snapshots), ...lineUp.controls].map(
    ({ model }) => places.get(model) as number,
  )
  const only = <T>(all: readonly T[]): T[] => chosen.map((place) => all[place] as T)
  const own = drawn.map((prompt) => ({
    ...prompt,
    words: only(prompt.words),
    forms: only(prompt.forms),
    texts: only(prompt.texts),
  }))
  const names = [lineUp.suspect, ...lineUp.candidates.flatMap(({ snapshots }) => snapshots), ...lineUp.controls]
  const answers = { prompts: own, pooled: poolGrams(own), places: new Map(names.map(({ model }, k) => [model, k])) }
  const scored = await scoreLineUp(answers, lineUp)
  return featuresAgainst(scored, scored.controls).map((row) => log10Of(defaultProfile?.coefficients ?? [], row))
}

/** Variance as σ² ∕ n + s², by least squares over the medians: `perPrompt` is σ, `floor` is s. */
function fitted(measured: { prompts: number; median: number }[]): { perPrompt: number; floor: number } {
  const points = measured.map(({ prompts, median: sd }) => [1 / prompts, sd ** 2] as const)
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const slope =
    points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
  return { perPrompt: short(Math.sqrt(Math.max(0, slope))), floor: short(Math.sqrt(Math.max(0, y - slope * x))) }
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

const sorted = (values: number[]) => [...values].sort((a, b) => a - b)
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)] ?? 0
const quartiles = (values: number[]) => ({
  low: sorted(values)[Math.floor(values.length / 4)] ?? 0,
  median: median(values),
  high: sorted(values)[Math.floor((3 * values.length) / 4)] ?? 0,
})
const short = (value: number): number => Number(value.toPrecision(4))

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
