/** The same answers, each to another prompt: what two models share in every answer, whatever was asked. */

import type { PromptAnswers } from './methods/comparison-method'

/**
 * For prompt `p`, model i's answer to prompt p + 1 + i · stride (around the end), so that no two models answer the same
 * one as long as there are more prompts than models. Scores of these are what a manner common to all answers gives; a
 * score on matched prompts beyond that is likeness in what is said to the same question.
 */
export function mismatchedAnswers(prompts: readonly PromptAnswers[], p: number): PromptAnswers {
  const n = prompts[p]?.forms.length ?? 0
  const stride = Math.max(1, Math.floor(prompts.length / Math.max(1, n)))
  const elsewhere = (model: number): PromptAnswers =>
    prompts[(p + 1 + model * stride) % prompts.length] as PromptAnswers
  const places = Array.from({ length: n }, (_, model) => model)
  return {
    words: [],
    forms: places.map((model) => elsewhere(model).forms[model] as PromptAnswers['forms'][number]),
    asked: new Int32Array(0),
  }
}
