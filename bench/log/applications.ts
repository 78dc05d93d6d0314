/** Applications that customers run: each has its own wording, parameters and rhythm, made from one of these kinds. */

import { type Language, render, type Voice } from '../grammar'
import { hashOf, Random, weighted } from '../random'
import { type Hours, type Kind, type KindName, kinds } from './kinds'

export interface Application {
  kind: Kind
  name: KindName
  voice: Voice
  system: string | null
  maxTokens: number | null
  temperature: number | null
  topP: number | null
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
const tongues = ['Spanish', 'German', 'French', 'Portuguese', 'Chinese', 'Japanese']
const codeLanguages = ['Python', 'TypeScript', 'SQL', 'Go', 'Kotlin']
const publicBenchmarks = 4
/** How many prompts the fixed sets of evaluation harnesses and test suites hold. */
const fixedSets: Partial<Record<KindName, [number, number]>> = { evaluation: [80, 300], suite: [15, 60] }
const ordinaryKinds: readonly (readonly [KindName, number])[] = [
  ['chat', 26],
  ['foreign', 6],
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
    quirk: render(language, 'order', random),
    tongue: random.pick(tongues),
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
    paste: pasteOf(name, facts) ?? kind.paste?.[0] ?? null,
    topP: random.chance(0.15) ? random.pick([0.9, 0.95, 1]) : null,
    fixed: fixedPrompts(name, random, language, voice),
  }
}

/** A list of an own, or for half of the evaluation harnesses one of the public benchmarks that many run. */
function fixedPrompts(name: KindName, random: Random, language: Language, voice: Voice): string[] | null {
  const range = fixedSets[name]
  if (!range) return null
  const make = (from: Random, speaker: Voice) =>
    Array.from({ length: from.between(...range) }, () => render(language, 'evaluate.prompt', from, speaker))
  if (name !== 'evaluation' || random.chance(0.5)) return make(random, voice)
  const benchmark = new Random(random.below(publicBenchmarks), 'public benchmark')
  const facts = { quirk: render(language, 'order', benchmark) }
  return make(benchmark, { facts, habit: 0 })
}

/** Translators paste their source language, and one chat in six is not in English. */
function pasteOf(name: KindName, facts: Record<string, string>): string | null {
  return name === 'translate' ? `foreign.${facts.source}` : name === 'foreign' ? `foreign.${facts.tongue}` : null
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
