/** Method `grammar-likelihood`: how much better one model's grammar foretells another's sentences than a mixture of controls does. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ScoreMatrices } from '@/lib/comparison/score-matrices'
import { drawSome } from '@/lib/comparison/statistics/seeded-order'
import type { PromptAnswers } from './comparison-method'
import { type GrammarGrams, isSentenceStart, numberGrams } from './grammar-grams'
import { GrammarModel, type Span } from './grammar-model'
import { sentencesOf } from './mask-tokens'

/** Most prompts that are read: grammar is learned from the first 60 tokens of each answer, so that the cost is bounded. */
export const grammarPrompts = 200
export const grammarReferences = 30

/** The sentences of n models' answers to some prompts, numbered; text p · n + i is model i's answer to prompt p. */
export type GrammarTexts = { n: number; prompts: number; words: number; grams: GrammarGrams }

/** Evenly spread prompts, at most 200. */
export function grammarTexts(prompts: readonly PromptAnswers[]): GrammarTexts {
  const taken = Math.min(grammarPrompts, prompts.length)
  const chosen = Array.from({ length: taken }, (_, k) => prompts[Math.floor((k * prompts.length) / taken)])
  const answers = chosen.flatMap((prompt) => (prompt ? prompt.forms.map(({ form }) => form) : []))
  const words = new Set(answers.flatMap((form) => [...form])).size
  return { n: prompts[0]?.forms.length ?? 0, prompts: taken, words, grams: numberGrams(answers.map(sentencesOf)) }
}

/**
 * For each prompt the n × n matrix of S(a,b) = ½ [mean log10 P of a's tokens by b's grammar + the same of b's by a's].
 * The diagonal is 0. What the references of λ would take off is the same for every b, so that centring on controls
 * takes it off too: that is why it is not in S.
 */
export async function scoreGrammar(
  texts: GrammarTexts,
  onModel: () => Promise<void> | void = () => undefined,
): Promise<ScoreMatrices> {
  const { n, prompts, grams, words } = texts
  const cells = Array.from({ length: prompts }, () => new Float64Array(n * n))
  const model = new GrammarModel(grams, words)
  for (let b = 0; b < n; b++) {
    await onModel()
    await new Promise((resolve) => setImmediate(resolve))
    model.learn(spansOf(texts, b))
    for (const [p, into] of cells.entries()) {
      for (let a = 0; a < n; a++) {
        if (a === b) continue
        const span = spanOf(texts, p, a)
        const half = model.logLikelihood(span) / Math.max(1, tokensIn(grams, span)) / 2
        into[a * n + b] = (into[a * n + b] as number) + half
        into[b * n + a] = (into[b * n + a] as number) + half
      }
    }
  }
  return { n, cells }
}

/** λ by prompt, in log10 units a token, and how many of the 30 references foretell the suspect worse. */
export type Lambda = { byPrompt: Float64Array; favoured: number }

/**
 * λ of the suspect (model 0) with model `b`: the mean over 30 references of Σ log10 (P by b's grammar / P by the
 * reference's), where a reference has learned as many sentences as b has, drawn without replacement from the controls
 * other than b. The same seed gives the same references. Null when the controls have fewer sentences than b.
 * Source: LambdaG, Nini, Halvani, Graner, Titze, Gherardi and Ishihara 2024.
 */
export function lambdaOf(texts: GrammarTexts, b: number, { controls, seed }: Line): Lambda | null {
  const own = sentenceSpans(texts, b)
  const pool = controls.filter((control) => control !== b).flatMap((control) => sentenceSpans(texts, control))
  if (pool.length < own.length) return null
  const model = new GrammarModel(texts.grams, texts.words)
  const likelihoods = (spans: readonly Span[]): Float64Array => {
    model.learn(spans)
    return Float64Array.from({ length: texts.prompts }, (_, p) => model.logLikelihood(spanOf(texts, p, 0)))
  }
  const byOwn = likelihoods(own)
  const byPrompt = new Float64Array(texts.prompts)
  const random = xoroshiro128plus(seed)
  let favoured = 0
  for (let r = 0; r < grammarReferences; r++) {
    const byReference = likelihoods(drawSome(pool, own.length, random))
    let sum = 0
    for (let p = 0; p < texts.prompts; p++) {
      const ratio = (byOwn[p] as number) - (byReference[p] as number)
      byPrompt[p] = (byPrompt[p] as number) + ratio / grammarReferences
      sum += ratio
    }
    favoured += Number(sum > 0)
  }
  return { byPrompt: perToken(texts, byPrompt), favoured }
}

type Line = { controls: readonly number[]; seed: number }

function perToken(texts: GrammarTexts, sums: Float64Array): Float64Array {
  return sums.map((sum, p) => sum / Math.max(1, tokensIn(texts.grams, spanOf(texts, p, 0))))
}

function spanOf({ n, grams: { starts } }: GrammarTexts, p: number, model: number): Span {
  return { from: starts[p * n + model] as number, to: starts[p * n + model + 1] as number }
}

function spansOf(texts: GrammarTexts, model: number): Span[] {
  return Array.from({ length: texts.prompts }, (_, p) => spanOf(texts, p, model))
}

function sentenceSpans(texts: GrammarTexts, model: number): Span[] {
  return spansOf(texts, model).flatMap(({ from, to }) => {
    const begins: number[] = []
    for (let t = from; t < to; t++) if (isSentenceStart(texts.grams, t)) begins.push(t)
    return begins.map((begin, k) => ({ from: begin, to: begins[k + 1] ?? to }))
  })
}

function tokensIn(grams: GrammarGrams, { from, to }: Span): number {
  let tokens = 0
  for (let t = from; t < to; t++) tokens += Number(!isSentenceStart(grams, t))
  return tokens
}
