/** Scores a line-up by every method, one after the other, and lets others look on. */

import { type Lineup, placesOf } from './lineup'
import type { Measured } from './measured-comparison'
import { type Line, type MethodScores, scoredPlaces, scoresByPool, scoresByPrompt } from './method-scores'
import type { MethodId } from './methods/comparison-method'
import { type GrammarTexts, grammarTexts, type Lambda, lambdaOf, scoreGrammar } from './methods/grammar-likelihood'
import { methodDefinitions } from './methods/method-definitions'
import { promptScoring } from './methods/method-scoring'
import { chooseGrams, type PooledGrams, poolGrams } from './methods/pooled-grams'
import type { PreparedPrompts } from './outputs/prepare-prompts'
import { type ScoreMatrices, scoreAllPrompts } from './score-matrices'

/**
 * What else wants to see the scores while they are computed: the matrices of each prompt, by the methods that read all
 * prompts one by one, and of each resample of all.
 */
export type Observer = {
  onPrepared?: (lineup: Lineup, prepared: PreparedPrompts) => void
  onMatrices?: (id: MethodId, matrices: ScoreMatrices) => void
  onPooled?: (pooled: PooledGrams) => void
  onPooledSample?: (matrix: Float64Array) => void
}

export type Scoring = {
  seed: number
  samples: number
  onProgress: ((progress: { done: number; total: number }) => Promise<void> | void) | undefined
  observer: Observer
}

/** The scores of every method in the order of the definitions, and λ. */
export async function scoreByAllMethods(
  lineup: Lineup,
  { prompts }: PreparedPrompts,
  { onProgress, observer, ...resampling }: Scoring,
): Promise<Pick<Measured, 'scores' | 'lambdas'>> {
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const scores = new Map<MethodId, MethodScores>()
  const texts = grammarTexts(prompts)
  const total = prompts.length * (methodDefinitions.length - 2) + resampling.samples + lineup.participants.length
  let done = 0
  const step = () => onProgress?.({ done: ++done, total })
  for (const { id } of methodDefinitions) {
    if (id === 'grammar-likelihood') {
      scores.set(id, scoresByPrompt(await scoreGrammar(texts, step), line, resampling))
    } else if (id === 'over-represented') {
      const everyone = lineup.participants.map((_, place) => place)
      const pooled = chooseGrams(poolGrams(prompts), everyone)
      observer.onPooled?.(pooled)
      const { onPooledSample: onMatrix } = observer
      scores.set(id, await scoresByPool(pooled, line, { ...resampling, onSample: step, onMatrix }))
    } else {
      const matrices = await scoreAllPrompts(prompts, { ...promptScoring[id], controls: line.controls }, step)
      observer.onMatrices?.(id, matrices)
      scores.set(id, scoresByPrompt(matrices, line, resampling))
    }
  }
  return { scores, lambdas: await lambdasOf(texts, line, resampling.seed) }
}

async function lambdasOf(texts: GrammarTexts, line: Line, seed: number): Promise<Map<number, Lambda | null>> {
  const lambdas = new Map<number, Lambda | null>()
  for (const place of scoredPlaces(line)) {
    lambdas.set(place, lambdaOf(texts, place, { controls: line.controls, seed }))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return lambdas
}
