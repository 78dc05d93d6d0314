/** Makes models up, for tests: each has its own phrases, and a student says some of a teacher's. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'

const vocabulary = [
  'amber bridge copper desert engine forest garden harbour island jungle kettle ladder marble needle orchid pepper',
  'quarry ribbon saddle tunnel velvet window yellow zephyr anchor barrel candle dragon emerald falcon granite helmet',
]
  .join(' ')
  .split(' ')
const joints = 'the of and to in a is for with that on by this from or an be as it at'.split(' ')

/** How a made-up model answers. `mix` is the share of prompts, from 0 to 1, for which it repeats the teacher's answer. */
export type Invention = { name: string; seed: number; prompts: number; teacher?: ModelOutputs; mix?: number }

/** The answers of a made-up model; the same invention gives the same answers. */
export function inventModel({ name, seed, prompts, teacher, mix = 0 }: Invention): ModelOutputs {
  const random = xoroshiro128plus(seed)
  const book = Array.from({ length: 40 }, () => phrase(random))
  const outputs = Array.from({ length: prompts }, (_, p) => {
    const promptId = `p-${String(p).padStart(4, '0')}`
    const own = Array.from({ length: 5 }, () => book[uniformInt(random, 0, book.length - 1)]).join('. ')
    const learned = uniformInt(random, 0, 999) < mix * 1000
    const output = (learned && teacher?.outputs[p]?.output) || own
    return { promptId, prompt: `Question ${p}`, output }
  })
  return { ...emptyFile, name, sha256: `${seed}-${mix}-${prompts}`.padStart(64, '0'), outputs }
}

/** The same answers under another name and from another file. */
export function renamed(model: ModelOutputs, name: string): ModelOutputs {
  return { ...model, name, sha256: `${name}-${model.sha256}`.slice(0, 64) }
}

const emptyFile = { modelNames: [], rejectedCount: 0, rejected: [], repeatedCount: 0, conflictingIds: [] }

function phrase(random: ReturnType<typeof xoroshiro128plus>): string {
  const pick = (words: readonly string[]): string => words[uniformInt(random, 0, words.length - 1)] ?? ''
  return Array.from({ length: 8 }, (_, i) =>
    pick(uniformInt(random, 0, 2) === 0 || i === 0 ? joints : vocabulary),
  ).join(' ')
}
