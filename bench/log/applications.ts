/** Applications that customers run: each has its own wording, parameters and rhythm, made from one of these kinds. */

import { type Language, render, type Voice } from '../grammar'
import { hashOf, type Random, weighted } from '../random'
import { type Hours, type Kind, type KindName, kinds } from './kinds'

export interface Application {
  kind: Kind
  name: KindName
  voice: Voice
  system: string | null
  maxTokens: number | null
  temperature: number | null
  hours: Hours
  /** Rule of the material that is pasted after the prompt. */
  paste: string | null
  /** A fixed list of prompts that is walked in order, for evaluation harnesses. */
  fixed: string[] | null
}

const languages = [
  'Spanish',
  'German',
  'French',
  'Portuguese',
  'Dutch',
  'Italian',
  'Polish',
  'Japanese',
  'Chinese',
  'Arabic',
]
const codeLanguages = ['Python', 'TypeScript', 'SQL', 'Go', 'Kotlin']
const ordinaryKinds: readonly (readonly [KindName, number])[] = [
  ['chat', 30],
  ['support', 18],
  ['code', 18],
  ['translate', 9],
  ['summary', 11],
  ['extract', 9],
  ['study', 5],
]

/** One application of a kind (by default one that ordinary customers run), with facts and habits of its own. */
export function makeApplication(
  random: Random,
  language: Language,
  name = weighted(random, ordinaryKinds),
): Application {
  const kind: Kind = kinds[name]
  const facts: Record<string, string> = {
    company: capital(render(language, 'maker', random)),
    field: render(language, 'field', random),
    source: random.pick(languages),
    target: random.chance(0.6) ? 'English' : random.pick(languages),
    language: random.pick(codeLanguages),
    keys: render(language, 'keys', random),
  }
  const voice: Voice = { facts, habit: hashOf(`${facts.company}${random.word()}`) }
  if (kind.instruction) facts.instruction = render(language, kind.instruction, random, voice)
  if (name === 'pipeline') facts.polish = render(language, 'polish.instruction', random, voice)
  return {
    kind,
    name,
    voice,
    system: kind.system ? render(language, kind.system, random, voice) : null,
    maxTokens: random.pick(kind.maxTokens),
    temperature: random.pick(kind.temperature),
    hours: weighted(random, kind.hours),
    paste: name === 'translate' ? `foreign.${facts.source}` : (kind.paste?.[0] ?? null),
    fixed: name === 'evaluation' ? fixedSet(random, language, voice) : null,
  }
}

function fixedSet(random: Random, language: Language, voice: Voice): string[] {
  return Array.from({ length: random.between(80, 300) }, () => render(language, 'evaluate.prompt', random, voice))
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
