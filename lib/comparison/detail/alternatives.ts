/** Other explanations of a likeness, each answered from the models at hand, or said to be open with what would answer it. */

import type { CandidateResult, ComparisonResult } from '../comparison-result'
import type { WitnessResult } from './witnesses'

export type AlternativeId =
  | 'same-base'
  | 'sibling'
  | 'common-text'
  | 'several-teachers'
  | 'other-teacher'
  | 'convergence'

/** `get` is what to obtain; null where nothing more is needed. */
export type Alternative = {
  id: AlternativeId
  question: string
  answer: 'spoken against' | 'not excluded' | 'no control speaks to this'
  because: string
  get: string | null
}

type Facts = Pick<ComparisonResult, 'suspect' | 'candidates' | 'controls'> & {
  witnesses: readonly WitnessResult[]
  /** Of the first candidate: mean widths above unrelated pairs, and the same of the control most like the suspect. */
  likeness: { candidate: [number, number] | null; control: { name: string; value: number } | null }
}

/** The answers about the first candidate, in a fixed order. */
export function alternativesOf(facts: Facts): Alternative[] {
  const best = facts.candidates[0]?.name ?? 'the candidate'
  return [
    fromWitnesses(facts, {
      id: 'same-base',
      question: `Do ${facts.suspect} and ${best} share base weights, so that no output was needed?`,
      get: `a model of the same base weights as ${facts.suspect} that cannot have seen output of ${best}`,
    }),
    fromWitnesses(facts, {
      id: 'sibling',
      question: `Was it a sibling of ${best}, of the same maker, that ${facts.suspect} learned from or is?`,
      get: `answers of other models of the maker of ${best}`,
    }),
    fromWitnesses(facts, {
      id: 'common-text',
      question: `Did ${facts.suspect} meet text of ${best} in public data that others trained on as well?`,
      get: `a model that is known to be trained on the public text of ${best}`,
    }),
    severalTeachers(facts, best),
    {
      id: 'other-teacher',
      question: `Was the teacher a model that is not among the candidates?`,
      answer: 'not excluded',
      because: `Only ${facts.candidates.map(({ name }) => name).join(', ')} ${facts.candidates.length === 1 ? 'was' : 'were'} compared; a teacher that is absent cannot be ranked.`,
      get: 'answers of every model that the suspect could have reached at the time',
    },
    convergence(facts, best),
  ]
}

type Asked = { id: 'same-base' | 'sibling' | 'common-text'; question: string; get: string }

function fromWitnesses({ witnesses, suspect }: Facts, asked: Asked): Alternative {
  const speaking = witnesses.filter(({ speaksTo }) => speaksTo === asked.id)
  const { get, ...rest } = asked
  if (speaking.length === 0) {
    return { ...rest, answer: 'no control speaks to this', because: 'No model that was given speaks to it.', get }
  }
  const against = speaking.every(({ apart }) => apart === true)
  const lines = speaking.map(({ name, likeness, suspectLikeness, prompts }) =>
    likeness && suspectLikeness
      ? `${name} stands ${span(likeness)} widths above unrelated pairs, ${suspect} ${span(suspectLikeness)} (${prompts} prompts).`
      : `${name} could not be scored: too few controls or shared prompts.`,
  )
  return {
    ...rest,
    answer: against ? 'spoken against' : 'not excluded',
    because: `${lines.join(' ')} ${against ? 'The intervals do not meet.' : 'The intervals meet, or the other is as like.'}`,
    get: against ? null : `${get}, beyond those given`,
  }
}

const span = ([low, high]: [number, number]): string => `${low.toFixed(1)} to ${high.toFixed(1)}`

function severalTeachers({ candidates, suspect }: Facts, best: string): Alternative {
  const base = { id: 'several-teachers' as const, question: `Did ${suspect} learn from several teachers?` }
  const others = candidates.slice(1)
  if (others.length === 0) {
    return {
      ...base,
      answer: 'no control speaks to this',
      because: 'There is one candidate only.',
      get: 'answers of other models that may have taught it, as further candidates',
    }
  }
  const open = others.filter((other) => mayBeSecond(other))
  if (open.length === 0) {
    return {
      ...base,
      answer: 'spoken against',
      because: `The interval of every other candidate lies below 0, also where ${best} is no alternative to it, among these ${candidates.length} candidates.`,
      get: null,
    }
  }
  return {
    ...base,
    answer: 'not excluded',
    because: `Beside ${best}, the interval of ${open.map(({ name }) => name).join(', ')} does not lie below 0, with it as an alternative or without.`,
    get: 'more snapshots of each candidate and prompts of other kinds',
  }
}

/** Its weight, with the first as an alternative or without, may be above 0. */
function mayBeSecond({ interval, besideFirst }: CandidateResult): boolean {
  return interval === null || interval[1] >= 0 || (besideFirst?.interval[1] ?? 0) > 0
}

function convergence({ likeness: { candidate, control }, controls, suspect }: Facts, best: string): Alternative {
  const base = { id: 'convergence' as const, question: 'Do assistants of this time simply write alike?' }
  if (!candidate || !control) {
    return { ...base, answer: 'no control speaks to this', because: 'Too few controls.', get: 'eight or more controls' }
  }
  const against = candidate[0] > control.value
  return {
    ...base,
    answer: against ? 'spoken against' : 'not excluded',
    because: `${best} stands ${span(candidate)} widths above unrelated pairs; of ${controls.length} controls the most like ${suspect} is ${control.name} with ${control.value.toFixed(1)}.`,
    get: against ? null : 'more controls of the same time and use',
  }
}
