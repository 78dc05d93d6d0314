/** The same prompts for every model: what all answered, in one order, with every exclusion counted and explained. */

import type { PromptAnswers } from '@/lib/comparison/methods/comparison-method'
import { FormNumbers } from '@/lib/comparison/methods/mask-tokens'
import { Vocabulary } from '@/lib/comparison/methods/vocabulary'
import { wordsOf } from '@/lib/comparison/methods/word-tokens'
import { AppError } from '@/lib/platform/errors'
import type { ModelOutputs } from './model-outputs'
import { normaliseText, prepareText } from './prepare-text'

export type ExclusionReason = 'not-answered-by-all' | 'empty-answer' | 'prompt-differs' | 'answers-conflict'

/** A prompt that was left out, why, and by whose doing (names sorted; the suspect by its name as well). */
export type ExcludedPrompt = { promptId: string; reason: ExclusionReason; models: readonly string[] }

/** One prompt that all models answered; the answers are in the order of the models. */
export type PreparedPrompt = PromptAnswers & {
  promptId: string
  texts: readonly string[]
  /** Normalised text of the prompt, null when no file gave it. */
  prompt: string | null
  /** Its kind, as the first file that names one has it. */
  group: string | null
}

/** `prompts` are sorted by id, `excluded` too; each prompt id of any file is in exactly one of them. */
export type PreparedPrompts = {
  prompts: readonly PreparedPrompt[]
  excluded: readonly ExcludedPrompt[]
  /** Numbers the words of the kept answers. */
  vocabulary: Vocabulary
}

type Answer = { text: string; prompt: string | null; group: string | null }
type Answers = { name: string; byId: ReadonlyMap<string, Answer>; conflicting: ReadonlySet<string> }

/**
 * Prepares all answers and keeps the prompts to which every model gave one that is not empty. Independent of the order
 * of records in the files. Throws `AppError('invalid-input')` when no prompt is left.
 */
export function preparePrompts(models: readonly ModelOutputs[]): PreparedPrompts {
  const answers = models.map(prepareAnswers)
  const ids = new Set<string>()
  for (const model of models) {
    for (const output of model.outputs) ids.add(output.promptId)
    for (const id of model.conflictingIds) ids.add(id)
  }
  const prompts: PreparedPrompt[] = []
  const excluded: ExcludedPrompt[] = []
  const numbers = { vocabulary: new Vocabulary(), forms: new FormNumbers() }
  for (const id of [...ids].sort(byCodeUnit)) {
    const reason = whyExcluded(id, answers)
    if (reason) excluded.push(reason)
    else prompts.push(gather(id, answers, numbers))
  }
  if (prompts.length === 0) throw new AppError('invalid-input', nothingShared(answers, excluded))
  return { prompts, excluded, vocabulary: numbers.vocabulary }
}

/** Order by UTF-16 code unit, the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function prepareAnswers(model: ModelOutputs): Answers {
  const byId = new Map<string, Answer>()
  for (const { promptId, prompt, output, group = null } of model.outputs) {
    byId.set(promptId, { text: prepareText(output), prompt: prompt === null ? null : normaliseText(prompt), group })
  }
  return { name: model.name, byId, conflicting: new Set(model.conflictingIds) }
}

function whyExcluded(promptId: string, answers: readonly Answers[]): ExcludedPrompt | null {
  const because = (reason: ExclusionReason, guilty: readonly Answers[]): ExcludedPrompt => ({
    promptId,
    reason,
    models: [...new Set(guilty.map(({ name }) => name))].sort(byCodeUnit),
  })
  const conflicting = answers.filter((model) => model.conflicting.has(promptId))
  if (conflicting.length > 0) return because('answers-conflict', conflicting)
  const without = answers.filter((model) => !model.byId.has(promptId))
  if (without.length > 0) return because('not-answered-by-all', without)
  const empty = answers.filter((model) => model.byId.get(promptId)?.text === '')
  if (empty.length > 0) return because('empty-answer', empty)
  const prompts = new Set(answers.map((model) => model.byId.get(promptId)?.prompt).filter((text) => text != null))
  return prompts.size > 1 ? because('prompt-differs', oddOnesOut(promptId, answers)) : null
}

/** The models whose prompt is not the one that most models have. */
function oddOnesOut(promptId: string, answers: readonly Answers[]): Answers[] {
  const promptOf = (model: Answers): string => model.byId.get(promptId)?.prompt ?? ''
  const votes = new Map<string, number>()
  for (const model of answers) votes.set(promptOf(model), (votes.get(promptOf(model)) ?? 0) + 1)
  const most = Math.max(...votes.values())
  return answers.filter((model) => votes.get(promptOf(model)) !== most || most * 2 <= answers.length)
}

type Numbers = { vocabulary: Vocabulary; forms: FormNumbers }

function gather(promptId: string, answers: readonly Answers[], { vocabulary, forms }: Numbers): PreparedPrompt {
  const given = answers.map((model) => model.byId.get(promptId)?.prompt).find((text) => text != null)
  const texts = answers.map((model) => model.byId.get(promptId)?.text ?? '')
  const words = texts.map((text) => vocabulary.readAnswer(text))
  const asked = Int32Array.from(wordsOf(given ?? ''), (word) => vocabulary.find(word))
  const group = answers.map((model) => model.byId.get(promptId)?.group).find((name) => name != null) ?? null
  return { promptId, prompt: given ?? null, group, texts, words, forms: texts.map((text) => forms.read(text)), asked }
}

function nothingShared(answers: readonly Answers[], excluded: readonly ExcludedPrompt[]): string {
  const differing = excluded.filter(({ reason }) => reason === 'prompt-differs').length
  if (differing > 0 && differing === excluded.length) {
    return `All ${differing} prompt ids name different prompts in different files: give every file the same prompt_id for the same prompt.`
  }
  const empty = excluded.filter(({ reason }) => reason === 'empty-answer')
  if (empty.length > 0 && empty.length === excluded.length) {
    const names = [...new Set(empty.flatMap(({ models }) => models))].sort(byCodeUnit).join(', ')
    return `All ${empty.length} prompts have an empty answer, of ${names}: leave that model out, or collect its answers again.`
  }
  const [first, ...others] = answers.map((model) => new Set([...model.byId.values()].map(({ prompt }) => prompt)))
  const alike = [...(first ?? [])].filter((prompt) => prompt !== null && others.every((set) => set.has(prompt))).length
  if (alike > 0) {
    return `No prompt_id is usable in all ${answers.length} files, though ${alike} prompts are in all of them by their text: give the same prompt the same prompt_id.`
  }
  return `No prompt was answered by all ${answers.length} models: a comparison needs the same prompts, with the same prompt_id, for every model.`
}
