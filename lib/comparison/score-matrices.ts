/** The raw scores of every pair of models on every prompt: the one expensive step, done once. */

import type { PromptAnswers, ScorePrompt } from './comparison-method'
import { mismatchedAnswers } from './mismatched-prompts'

/** `cells[p]` is the n × n row-major score matrix of prompt p. */
export type ScoreMatrices = { n: number; cells: readonly Float64Array[] }

/** How a method scores a prompt; `beyondManner` takes the score of mismatched prompts off. */
export type PromptScoring = { score: ScorePrompt; beyondManner: boolean }

const promptsPerTurn = 25

/**
 * Scores each prompt by itself, so that resampling prompts never needs the texts again. Lets other work of the process
 * take its turn every few prompts.
 */
export async function scoreAllPrompts(
  prompts: readonly PromptAnswers[],
  scoring: PromptScoring & { controls: readonly number[] },
  onPrompt: () => Promise<void> | void = () => undefined,
): Promise<ScoreMatrices> {
  const cells: Float64Array[] = []
  for (const p of prompts.keys()) {
    cells.push(scoreOnePrompt(prompts, p, scoring))
    await onPrompt()
    if (cells.length % promptsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { n: prompts[0]?.forms.length ?? 0, cells }
}

function scoreOnePrompt(
  prompts: readonly PromptAnswers[],
  p: number,
  { score, beyondManner, controls }: PromptScoring & { controls: readonly number[] },
): Float64Array {
  const n = prompts[0]?.forms.length ?? 0
  const into = new Float64Array(n * n)
  score(prompts[p] as PromptAnswers, into, controls)
  if (!beyondManner) return into
  const manner = new Float64Array(n * n)
  score(mismatchedAnswers(prompts, p), manner, controls)
  return into.map((value, cell) => value - (manner[cell] as number))
}

/** The mean matrix over all prompts. */
export function meanMatrix({ n, cells }: ScoreMatrices): Float64Array {
  const mean = new Float64Array(n * n)
  for (const matrix of cells)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (matrix[i] as number)
  return mean.map((sum) => sum / cells.length)
}
