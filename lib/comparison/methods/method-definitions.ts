/** What each comparison method is, in words that a page and a report print beside its figures. */

import { formDefinitions } from './form-definitions'
import { fusedDefinitions } from './fused-definitions'
import { cannotShow, centring, errorRate, type MethodDefinition, population } from './method-definition'

const besideDefinitions: readonly MethodDefinition[] = [
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
  {
    id: 'rare-phrases',
    version: '1',
    title: 'Rare phrases',
    sentence: 'How much wording of six words and more two models share that no control and not the prompt has.',
    formula: `S = 1,000 · Σ ln(n / models that use it) over six-word sequences that both answers hold, no other control and not the prompt, divided by the geometric mean of the answers’ lengths in words. ${centring}`,
    source:
      'Shared rare word sequences (n-gram tracing, Grieve et al. 2019); docs/decisions/041. The passages are listed below.',
    population,
    errorRate,
    innocentExplanations: [
      'Both quote the same public source: a fact, a list, a song, a piece of code.',
      'One model derives from the other’s weights, under a licence that allows it.',
      'Few controls leave common wording that none of them happened to use.',
    ],
    cannotShow,
  },
]

/** Every method: first those that carry the weight, then those that are reported beside. */
export const methodDefinitions: readonly MethodDefinition[] = [
  ...fusedDefinitions,
  ...besideDefinitions,
  ...formDefinitions,
]

/** Version of what a calibration profile rests on: preparation, fused methods, centring, scale and features. */
export const fusionVersion = 'touchstone-fusion/1'

/** Version of the whole comparison. */
export const comparisonVersion = 'touchstone-comparison/4'
