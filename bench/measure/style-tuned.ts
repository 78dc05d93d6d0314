/** A real model that was tuned to lose the manner of the model it derives from: does its origin still come first? */

import { join } from 'node:path'
import { compareModels } from '@/lib/comparison/compare-models'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { documentedModels } from './reference-data'
import type { Figure } from './report'
import { skipped } from './suspects'

const suite = 'slop-score'
const origin = 'gemma-3-27b-it'
const suspect = 'gemma-3-27b-it-antislop'
/** One model of each of three other makers, and of seven more as controls: relations between them are not documented. */
const candidates = [origin, 'chatgpt-4o-latest', 'claude-sonnet-4-5', 'deepseek-r1']
const controls = ['glm-4.5', 'gpt-5-mini-2025-08-07', 'kimi-k2', 'llama-4-maverick', 'mistral-nemo', 'o3', 'qwen3-4b']

/** Its place by weightless order, and what the methods beside say; 60 prompts are too few to weigh. */
export async function styleTunedFigures(folder: string): Promise<Figure[]> {
  const what = `${suite}: place of the model that a style-tuned one derives from`
  if (!(await documentedModels(folder, suite))) return [skipped(what, folder)]
  const read = (name: string) => readModelOutputsFile(name, join(folder, 'model-outputs', suite, `${name}.jsonl.gz`))
  const all = (names: readonly string[]) => Promise.all(names.map(read))
  const named = { candidates: await all(candidates), controls: await all(controls) }
  const result = await compareModels({ suspect: await read(suspect), ...named, profile: defaultProfile, samples: 200 })
  const place = result.candidates.findIndex(({ name }) => name === origin) + 1
  const methods = result.definitions.map(({ id }) => {
    const scores = [...result.candidates, ...result.controls].map((one) => one.methods[id].score ?? 0)
    const own = result.candidates[place - 1]?.methods[id].score ?? 0
    return `${id} ${scores.filter((score) => score > own).length + 1}`
  })
  const note = `of ${candidates.length}; verdict ${result.candidates[0]?.verdict}; place among all ${candidates.length + controls.length} models by ${methods.join(', ')}`
  return [{ part: 'comparison', what, value: place, unit: '', limit: 1, note }]
}
