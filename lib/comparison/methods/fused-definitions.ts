/** The methods that carry the weight of a comparison, in words that a page and a report print beside their figures. */

import { cannotShow, centring, type MethodDefinition, population } from './method-definition'

const fusedErrorRate =
  'No error rate of its own: it enters the fused weight. A calibration profile gives the error rates of that; without one none is established.'

/** In the order in which they break ties, fixed before any case is seen. */
export const fusedDefinitions: readonly MethodDefinition[] = [
  {
    id: 'openings',
    version: '2',
    title: 'Openings',
    sentence:
      'How much more often two models begin their answers with the same form of words than models do that are not related.',
    formula: `S = (1/12) Σ for k = 1…12 of [same first k masked tokens] · ln(n / c_k), with function words and marks kept, numbers as #N, other words as #X; c_k of the n models share the prefix; less the same for answers to different prompts. ${centring}`,
    source:
      'Masked-prefix agreement beyond that of mismatched prompts; definition and measurement in docs/decisions/040 and 041.',
    population,
    errorRate: fusedErrorRate,
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
    id: 'sentence-shape',
    version: '1',
    title: 'Sentence shape',
    sentence: 'How alike two models build the beginnings of their answers once the words of the subject are hidden.',
    formula: `S = cosine of (1 + ln tf) · ln(1 + n/df) over masked 2–4-grams of the first 60 tokens, df = models of the n that use the gram for that prompt; less the same for answers to different prompts. ${centring}`,
    source:
      'TF-IDF cosine (Salton and Buckley 1988) over masked text beyond that of mismatched prompts; docs/decisions/041.',
    population,
    errorRate: fusedErrorRate,
    innocentExplanations: [
      'Both models were tuned on the same third-party data.',
      'Both descend from the same base model or come from one maker.',
      'Assistants converge on common ways to build an answer.',
    ],
    cannotShow,
  },
  {
    id: 'over-represented',
    version: '1',
    title: 'Favourite phrases',
    sentence: 'Whether two models favour the same short phrases, each compared with how often the controls use them.',
    formula: `S = cosine of profiles over the 5,000 most used word 2–3-grams of the first 40 words (used by two models and 14 % of them); a profile is the z of the log-odds against the controls with a Dirichlet prior (controls scaled to 5,000), clipped to ±6, less the controls’ mean. ${centring}`,
    source: 'Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008); docs/decisions/041.',
    population,
    errorRate: fusedErrorRate,
    innocentExplanations: [
      'Both models were tuned on the same third-party data.',
      'Both were taught by human writers with the same house style.',
      'Phrases that became common in public text after the controls were made.',
    ],
    cannotShow,
  },
]
