/** Measures a comparison of fifteen models over 805 prompts by all methods, and what comparisons are worth on real outputs. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareModels } from '@/lib/comparison/compare-models'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { env } from '@/lib/platform/env'
import { generateOutputs, type ModelOutputs, writeOutputs } from '../generate-outputs'
import { calibrationFigures } from './calibration'
import { growthFigures } from './comparison-growth'
import { hundredModelFigures } from './hundred-models'
import { step } from './progress'
import { resampleFigures } from './prompt-resamples'
import type { Figure } from './report'
import { sklearnFigures } from './sklearn'
import { styleTunedFigures } from './style-tuned'
import { suspectFigures } from './suspects'
import { measured } from './timing'

const prompts = 805
const controls = 12
const limitSeconds = 20
const limitMiB = 1024
const suites = ['alpaca-eval', 'arena-hard']

/** Speed, growth and memory on made-up outputs, then what comparisons of real ones are worth, where those are there. */
export async function measureComparison({
  seed,
  resamplings,
}: {
  seed: number
  resamplings: number
}): Promise<Figure[]> {
  const folder = env.referenceData
  const figures = await step('speed on made-up outputs', () => speedFigures(seed))
  figures.push(...(await step('the same TF-IDF by scikit-learn', () => sklearnFigures(seed))))
  figures.push(...(await step('growth with prompts and models', () => growthFigures(seed))))
  figures.push(...(await step('a hundred models and 5,000 prompts', () => hundredModelFigures(seed))))
  for (const suite of suites) figures.push(...(await step(`suspects of ${suite}`, () => suspectFigures(folder, suite))))
  for (const suite of suites) {
    const work = () => resampleFigures(folder, suite, resamplings)
    figures.push(...(await step(`${resamplings} prompt resamplings of ${suite}`, work)))
  }
  figures.push(...(await step('a style-tuned derivative', () => styleTunedFigures(folder))))
  figures.push(...(await step('calibration on the reference panel', () => calibrationFigures(folder))))
  return figures
}

async function speedFigures(seed: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-outputs-'))
  try {
    const options = { seed, prompts, controls }
    const models = generateOutputs(options)
    const paths = await writeOutputs(folder, options)
    const { seconds, cpuSeconds, peakBytes, result } = await measured(() => compareFiles(models, paths, seed))
    const first = result.candidates[0]?.name
    const found = models.some(({ model, teacher }) => teacher && model === first)
    const figure = (what: string, value: number, rest: Partial<Figure>): Figure => ({
      part: 'comparison',
      what,
      value,
      unit: '',
      ...rest,
    })
    return [
      figure(`${models.length} models × ${prompts} prompts, read and compared`, seconds, {
        ...{ unit: 's', limit: limitSeconds, note: `${cpuSeconds.toFixed(1)} s of processors` },
      }),
      figure('peak memory', peakBytes / 1024 ** 2, { unit: 'MiB', limit: limitMiB }),
      figure('the real teacher comes first', Number(found), { limit: 1, atLeast: true, note: first }),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function compareFiles(models: readonly ModelOutputs[], paths: ReadonlyMap<string, string>, seed: number) {
  const read = (role: ModelOutputs['role']) =>
    Promise.all(
      models.filter((one) => one.role === role).map(({ model }) => readModelOutputsFile(model, paths.get(model) ?? '')),
    )
  const [suspects, candidates, others] = await Promise.all([read('suspect'), read('candidate'), read('control')])
  const [suspect] = suspects
  if (!suspect) throw new Error('No suspect was generated.')
  return compareModels({ suspect, candidates, controls: others, seed, profile: defaultProfile })
}
