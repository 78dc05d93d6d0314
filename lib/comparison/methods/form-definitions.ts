/** The methods beside the weight that look at form: layout, endings and grammar, in words for page and report. */

import { cannotShow, centring, type MethodDefinition, population } from './method-definition'

const onPanel = (figures: string): string =>
  `On the reference panel alone: ${figures}, with the suspect’s family held out. It does not enter the weight.`

const common = {
  version: '1',
  population,
  innocentExplanations: [
    'One model derives from the other’s weights, or both from the same, under a licence that allows it.',
    'A system prompt or a serving template asks for a layout or an ending.',
    'Both were tuned on the same third-party data.',
    'Assistants of one time converge on common forms.',
  ],
  cannotShow,
}

export const formDefinitions: readonly MethodDefinition[] = [
  {
    id: 'format-profile',
    title: 'Layout',
    sentence: 'How alike two models lay their answers out in lists, headings, paragraphs and bold type.',
    formula: `S = cosine of (1 + ln tf) · ln(1 + n/df) over 1–3-grams of the kinds of an answer’s first 60 lines (code fence, heading, bullet, number, table, quotation, lead-in, else by length; with or without bold type). ${centring}`,
    source: 'TF-IDF cosine (Salton and Buckley 1988) over kinds of lines; docs/decisions/042.',
    errorRate: onPanel('AUC .887, Cllr .598, same candidate AUC .860'),
    ...common,
  },
  {
    id: 'closers',
    title: 'Endings',
    sentence: 'How much more often two models end their answers with the same form of words than others do.',
    formula: `S = (1/12) Σ for k = 1…12 of [same last k masked tokens] · ln(n / c_k), as for openings but from the end. ${centring}`,
    source: 'Masked agreement from the end; docs/decisions/042. An answer that was cut off has no ending of its own.',
    errorRate: onPanel('AUC .825, Cllr .744, same candidate AUC .756, on answers that were cut at 1,500 characters'),
    ...common,
  },
  {
    id: 'grammar-likelihood',
    title: 'Grammar',
    sentence: 'How much better one model’s grammar foretells the other’s sentences than the grammars of controls do.',
    formula: `S(a,b) = ½ [mean log10 P of a’s tokens by b’s grammar + of b’s by a’s]; P: interpolated Kneser–Ney n-grams, N = 10, discount 0.75, over masked sentences of the first 60 tokens of at most 200 prompts. λ, listed apart: mean over 30 references of Σ log10 (P by the candidate’s grammar / P by the reference’s), each reference as many sentences of the controls as the candidate has. ${centring}`,
    source: 'LambdaG (Nini, Halvani, Graner, Titze, Gherardi and Ishihara 2024); docs/decisions/042.',
    errorRate: onPanel('AUC .869, Cllr .665, same candidate AUC .841'),
    ...common,
  },
]
