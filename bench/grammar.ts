/** A small text grammar: rules of alternatives with slots, compiled once and rendered with seeded chance. */

import { hashOf, type Random } from './random'

export type Grammar = Record<string, readonly string[]>

/** Who is speaking: `facts` fill `{=name}`, `habit` decides which three alternatives `{~name}` chooses among. */
export interface Voice {
  facts: Readonly<Record<string, string>>
  habit: number
}

type Slot = { rule: Rule; habitual: boolean; capital: boolean }
type Part = string | Slot | { fact: string } | { low: number; high: number }

interface Rule {
  id: number
  alternatives: Part[][]
}

export interface Language {
  rules: ReadonlyMap<string, Rule>
}

const slot = /\{([~=#^]?)([^{}]+)\}/g
const habits = 3
const vowels = new Set('aeiouAEIOU')
const plainVoice: Voice = { facts: {}, habit: 0 }

/**
 * Compiles a grammar. `{name}` is another rule, `{^name}` the same with a capital, `{~name}` by habit of the voice,
 * `{=name}` a fact of the voice, `{#2-90}` an integer. Throws when a slot names no rule, so a bank with a typing error cannot be used.
 */
export function compile(grammar: Grammar): Language {
  const rules = new Map<string, Rule>()
  for (const name of Object.keys(grammar)) rules.set(name, { id: hashOf(name), alternatives: [] })
  for (const [name, texts] of Object.entries(grammar)) {
    for (const text of texts) rules.get(name)?.alternatives.push(partsOf(text, rules))
  }
  return { rules }
}

function partsOf(text: string, rules: Map<string, Rule>): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(slot)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    end = match.index + match[0].length
    parts.push(slotOf(match[1] ?? '', match[2] ?? '', rules))
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}

function slotOf(kind: string, name: string, rules: Map<string, Rule>): Part {
  if (kind === '=') return { fact: name }
  if (kind === '#') {
    const [low = 0, high = 0] = name.split('-').map(Number)
    return { low, high }
  }
  const rule = rules.get(name)
  if (!rule) throw new Error(`The grammar has no rule "${name}".`)
  return { rule, habitual: kind === '~', capital: kind === '^' }
}

/** Renders one text of the rule `name`. A fact that the voice lacks is rendered as nothing. */
export function render(language: Language, name: string, random: Random, voice: Voice = plainVoice): string {
  const rule = language.rules.get(name)
  if (!rule) throw new Error(`The grammar has no rule "${name}".`)
  const pieces: string[] = []
  renderRule(rule, random, voice, false, pieces)
  return pieces.join('')
}

/** Pieces are short and joined once: growing one text and looking at its end would copy it again and again. */
function renderRule(rule: Rule, random: Random, voice: Voice, habitual: boolean, pieces: string[]): void {
  const count = rule.alternatives.length
  const index = habitual ? (((voice.habit ^ rule.id) >>> 0) + random.below(habits)) % count : random.below(count)
  for (const part of rule.alternatives[index] ?? []) {
    if (typeof part === 'string') pieces.push(part)
    else if ('rule' in part) {
      const start = pieces.length
      renderRule(part.rule, random, voice, part.habitual, pieces)
      if (start < pieces.length) finish(pieces, start, part.capital)
    } else if ('fact' in part) pieces.push(voice.facts[part.fact] ?? '')
    else pieces.push(String(random.between(part.low, part.high)))
  }
}

/** Gives what was rendered from `start` its capital, and the article before it its right form: "a" before a vowel is "an". */
function finish(pieces: string[], start: number, capital: boolean): void {
  const word = pieces[start] ?? ''
  const before = pieces[start - 1]
  if (before?.endsWith(' ') && vowels.has(word.charAt(0)) && endsInArticle(before, pieces[start - 2]))
    pieces[start - 1] = `${before.slice(0, -1)}n `
  if (capital) pieces[start] = word.charAt(0).toUpperCase() + word.slice(1)
}

const endsInArticle = (piece: string, earlier: string | undefined) =>
  piece === ' ' ? earlier === 'a' || earlier === 'A' : piece === 'a ' || piece === 'A ' || piece.endsWith(' a ')
