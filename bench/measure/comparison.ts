/** Measures a comparison of fifteen models over 805 prompts, reading the files included, and whether it finds the teacher. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareModels } from '@/lib/comparison/compare-models'
import { readModelOutputsFile } from '@/lib/comparison/read-outputs'
import { generateOutputs, writeOutputs } from '../generate-outputs'
import type { Figure } from './report'
import { measured } from './timing'

const prompts = 805
const controls = 12
const limitSeconds = 10

export async function measureComparison({ seed }: { seed: number }): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-outputs-'))
  try {
    const options = { seed, prompts, controls }
    const paths = await writeOutputs(folder, options)
    const models = generateOutputs(options)
    const named = (role: string) =>
      models.filter((one) => one.role === role).map(({ model }) => [model, paths.get(model) ?? ''] as const)
    const read = (files: (readonly [string, string])[]) =>
      Promise.all(files.map(([name, path]) => readModelOutputsFile(name, path)))
    const compare = async () => {
      const [suspects, candidates, others] = await Promise.all([
        read(named('suspect')),
        read(named('candidate')),
        read(named('control')),
      ])
      const [suspect] = suspects
      if (!suspect) throw new Error('No suspect was generated.')
      return compareModels({ suspect, candidates, controls: others, seed })
    }
    const { peakBytes, ...run } = await measured(compare)
    const teacher = models.find((one) => one.teacher)?.model
    return [
      {
        part: 'comparison',
        what: `${models.length} models × ${prompts} prompts, read and compared`,
        value: run.seconds,
        unit: 's',
        limit: limitSeconds,
      },
      { part: 'comparison', what: 'peak memory', value: peakBytes / 1024 ** 2, unit: 'MiB' },
      {
        part: 'comparison',
        what: 'the real teacher comes first',
        value: run.result.candidates[0]?.name === teacher ? 1 : 0,
        unit: '',
        limit: 1,
        atLeast: true,
        note: String(run.result.candidates[0]?.name),
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
