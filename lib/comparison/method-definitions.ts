/** What each comparison method is, in words that a page and a report print beside its figures. */

import type { MethodId, ScorePrompt } from './comparison-method'
import { scoreOpenings } from './openings'
import { scorePhraseAffinity } from './phrase-affinity'

export type MethodDefinition = {
  id: MethodId
  version: string
  title: string
  /** What it measures, in one sentence that a lawyer understands. */
  sentence: string
  formula: string
  source: string
  /** Against whom a score is read. */
  population: string
  /** How often it is wrong, as far as it is known. */
  errorRate: string
  innocentExplanations: readonly string[]
  cannotShow: readonly string[]
}

const population =
  'The named controls of this comparison, without the suspect. Frequencies count every model of the comparison: suspect, candidates and controls.'
const centring =
  'D(s,t) = S(s,t) − mean of S(s,control) − mean of S(control,t) + mean of S over control pairs; S is the mean over the shared prompts; interval: 95 % percentile bootstrap over prompts.'
const errorRate = 'Error rate not established: no calibration set belongs to this comparison.'
const cannotShow = [
  'That training on the candidate’s output took place, its volume, its intent, or a breach of terms.',
  'Which of two models learned from the other.',
  'Whether likeness comes from training on output, from shared weights, or from one maker.',
]

/** The methods in the order in which they break ties: by published ability to tell related from unrelated pairs. */
export const methodDefinitions: readonly MethodDefinition[] = [
  {
    id: 'openings',
    version: '1',
    title: 'Openings',
    sentence:
      'How much more often two models begin their answers with the same form of words than models do that are not related.',
    formula: `S = (1/12) Σ for k = 1…12 of [same first k masked tokens] · ln(n / c_k), with function words and marks kept, numbers as #N, other words as #X; c_k of the n models share the prefix. ${centring}`,
    source:
      'Masked-prefix agreement; definition and measurement in docs/decisions/040-comparison-methods.md. On public answers of 99 models to 757 prompts this implementation told documented students of one vendor from other models with AUC .93 (36 related, 30 unrelated). That describes that collection and not this case.',
    population,
    errorRate,
    innocentExplanations: [
      'Both models were tuned on the same third-party data.',
      'Both descend from the same base model or come from one maker.',
      'Public text that holds the candidate’s answers was among the suspect’s training data.',
      'A system prompt or a serving template sets the first words.',
      'Assistants converge on common ways to begin an answer.',
    ],
    cannotShow,
  },
  {
    id: 'phrase-affinity',
    version: '1',
    title: 'Phrase affinity',
    sentence: 'How much of their wording two models share in whole answers, counting most what few other models wrote.',
    formula: `S = cosine of (1 + ln tf) · ln(1 + n/df) over word 1–3-grams of the whole answer, df = models of the n that use the gram for that prompt. ${centring}`,
    source:
      'TF-IDF cosine (Salton and Buckley 1988) with document frequency within the prompt; docs/decisions/040-comparison-methods.md. On the same public answers AUC .76 within one vendor. A high score beside a low one for openings points to shared weights first.',
    population,
    errorRate,
    innocentExplanations: [
      'One model derives from the other’s weights, or both from the same, under a licence that allows it.',
      'Answers have much the same length: short answers to factual questions share their words.',
      'Both quote the same public source, or the prompt itself.',
      'Both were tuned on the same third-party data.',
    ],
    cannotShow,
  },
]

/** The score of each method; `methodDefinitions` says what it means. */
export const scoreByMethod: Readonly<Record<MethodId, ScorePrompt>> = {
  openings: scoreOpenings,
  'phrase-affinity': scorePhraseAffinity,
}

/** Version of the whole comparison: preparation, methods, centring, resampling and order. */
export const comparisonVersion = 'touchstone-comparison/1'
