/** The raw scores of every pair of models on every prompt: the one expensive step, done once. */

import type { ScorePrompt } from './comparison-method'
import type { PreparedPrompt } from './prepare-prompts'

/** `cells[p]` is the n × n row-major score matrix of prompt p. */
export type ScoreMatrices = { n: number; cells: readonly Float64Array[] }

const promptsPerTurn = 25

/**
 * Scores each prompt by itself, so that resampling prompts never needs the texts again. Lets other work of the process
 * take its turn every few prompts.
 */
export async function scoreAllPrompts(
  prompts: readonly PreparedPrompt[],
  scorePrompt: ScorePrompt,
  onPrompt: () => Promise<void> | void,
): Promise<ScoreMatrices> {
  const n = prompts[0]?.texts.length ?? 0
  const cells: Float64Array[] = []
  for (const prompt of prompts) {
    const into = new Float64Array(n * n)
    scorePrompt(prompt, into)
    cells.push(into)
    await onPrompt()
    if (cells.length % promptsPerTurn === 0) await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { n, cells }
}

/** The mean matrix over all prompts. */
export function meanMatrix({ n, cells }: ScoreMatrices): Float64Array {
  const mean = new Float64Array(n * n)
  for (const matrix of cells)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (matrix[i] as number)
  return mean.map((sum) => sum / cells.length)
}
