/** The raw scores of every pair of models on every prompt: the one expensive step, done once. */

import type { PromptAnswers, ScorePrompt } from './methods/comparison-method'
import { mismatchedAnswers } from './mismatched-prompts'

/** `cells[p]` is the n × n row-major score matrix of prompt p. */
export type ScoreMatrices = { n: number; cells: readonly Float64Array[] }

/** How a method scores a prompt; `beyondManner` takes the score of mismatched prompts off. */
export type PromptScoring = { score: ScorePrompt; beyondManner: boolean }

type Scoring = PromptScoring & { controls: readonly number[] }

const promptsPerTurn = 5
const mannerPrompts = 200

/**
 * Scores each prompt by itself, so that resampling prompts never needs the texts again. Lets other work of the process
 * take its turn every few prompts.
 */
export async function scoreAllPrompts(
  prompts: readonly PromptAnswers[],
  scoring: Scoring,
  onPrompt: () => Promise<void> | void = () => undefined,
): Promise<ScoreMatrices> {
  const manner = scoring.beyondManner ? mannerOf(prompts, scoring) : null
  const cells: Float64Array[] = []
  for (const prompt of prompts) {
    const into = scoreOne(prompt, scoring)
    cells.push(manner ? into.map((value, cell) => value - (manner[cell] as number)) : into)
    await onPrompt()
    if (cells.length % promptsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { n: prompts[0]?.forms.length ?? 0, cells }
}

/** The mean score on mismatched prompts, of 200 of them spread evenly over all. */
function mannerOf(prompts: readonly PromptAnswers[], scoring: Scoring): Float64Array {
  const taken = Math.min(mannerPrompts, prompts.length)
  const cells = Array.from({ length: taken }, (_, k) =>
    scoreOne(mismatchedAnswers(prompts, Math.floor((k * prompts.length) / taken)), scoring),
  )
  return meanMatrix({ n: prompts[0]?.forms.length ?? 0, cells })
}

function scoreOne(answers: PromptAnswers, { score, controls }: Scoring): Float64Array {
  const into = new Float64Array(answers.forms.length ** 2)
  score(answers, into, controls)
  return into
}

/** The mean matrix over all prompts. */
export function meanMatrix({ n, cells }: ScoreMatrices): Float64Array {
  const mean = new Float64Array(n * n)
  for (const matrix of cells)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (matrix[i] as number)
  return mean.map((sum) => sum / cells.length)
}
