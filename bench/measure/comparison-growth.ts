/** How the cost of a comparison grows with its prompts and with its models: processor time of one size beside its double. */

import { createHash } from 'node:crypto'
import { compareModels } from '@/lib/comparison/compare-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { generateOutputs } from '../generate-outputs'
import type { Figure } from './report'

interface Size {
  prompts: number
  /** Controls; three more models are compared. */
  controls: number
}

const byPrompts: Size[] = [400, 800, 1600].map((prompts) => ({ prompts, controls: 9 }))
const byModels: Size[] = [13, 29, 61].map((controls) => ({ prompts: 250, controls }))
/** What an exponent may exceed by the noise of a busy machine. */
const noise = 0.1

/** The exponents of growth between the least and the greatest size, with the seconds of each. */
export async function growthFigures(seed: number): Promise<Figure[]> {
  await secondsOf({ prompts: 100, controls: 5 }, seed)
  return [
    await growth('prompts', { sizes: byPrompts, of: ({ prompts }) => prompts, most: 1, seed }),
    await growth('models', { sizes: byModels, of: ({ controls }) => controls + 3, most: 2, seed }),
  ]
}

type Growing = { sizes: readonly Size[]; of: (size: Size) => number; most: number; seed: number }

async function growth(what: string, { sizes, of, most, seed }: Growing): Promise<Figure> {
  const taken: { amount: number; seconds: number }[] = []
  for (const size of sizes) taken.push({ amount: of(size), seconds: await secondsOf(size, seed) })
  const [first, last] = [taken.at(0), taken.at(-1)]
  const exponent =
    first && last ? Math.log(last.seconds / first.seconds) / Math.log(last.amount / first.amount) : Number.NaN
  return {
    ...{ part: 'comparison', what: `cost grows with ${what} to the power of`, value: exponent, unit: '' },
    ...{
      limit: most + noise,
      note: taken.map(({ amount, seconds }) => `${amount}: ${seconds.toFixed(1)} s`).join(' · '),
    },
  }
}

/** Processor seconds of a comparison by all methods with 1,000 resamples. */
async function secondsOf(size: Size, seed: number): Promise<number> {
  const models = generateOutputs({ seed, ...size }).map(({ role, model, rows }) => ({
    role,
    model: asRead(model, rows),
  }))
  const inRole = (wanted: string) => models.flatMap(({ role, model }) => (role === wanted ? [model] : []))
  const [suspect] = inRole('suspect')
  if (!suspect) throw new Error('No suspect was generated.')
  const before = process.cpuUsage()
  await compareModels({
    ...{ suspect, candidates: inRole('candidate'), controls: inRole('control') },
    ...{ seed, profile: defaultProfile },
  })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function asRead(name: string, rows: readonly { prompt_id: string; prompt: string; output: string }[]): ModelOutputs {
  return {
    ...{ name, sha256: createHash('sha256').update(name).digest('hex'), modelNames: [name], conflictingIds: [] },
    ...{ rejectedCount: 0, rejected: [], repeatedCount: 0 },
    outputs: rows.map(({ prompt_id, prompt, output }) => ({ promptId: prompt_id, prompt, output })),
  }
}
