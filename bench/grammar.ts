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
  return renderRule(rule, random, voice, false)
}

function renderRule(rule: Rule, random: Random, voice: Voice, habitual: boolean): string {
  const count = rule.alternatives.length
  const index = habitual ? (((voice.habit ^ rule.id) >>> 0) + random.below(habits)) % count : random.below(count)
  let text = ''
  for (const part of rule.alternatives[index] ?? []) {
    if (typeof part === 'string') text += part
    else if ('rule' in part) text = join(text, renderSlot(part, random, voice))
    else if ('fact' in part) text += voice.facts[part.fact] ?? ''
    else text += random.between(part.low, part.high)
  }
  return text
}

function renderSlot({ rule, habitual, capital }: Slot, random: Random, voice: Voice): string {
  const text = renderRule(rule, random, voice, habitual)
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** Appends with the right article: "a" before a vowel becomes "an". */
function join(text: string, next: string): string {
  const article = text === 'a ' || text === 'A ' || text.endsWith(' a ')
  return article && vowels.has(next.charAt(0)) ? `${text.slice(0, -1)}n ${next}` : text + next
}
