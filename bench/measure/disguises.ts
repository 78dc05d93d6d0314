/** What a suspect's maker could do to its answers before handing them over; each is applied to every answer. */

import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'

export interface Disguise {
  name: string
  change: (text: string) => string
}

/** Deterministic changes of an answer. */
export const disguises: readonly Disguise[] = [
  { name: 'Markdown stripped', change: stripMarkdown },
  { name: 'reformatted as one paragraph', change: inOneParagraph },
  { name: 'truncated to 200 characters', change: (text) => text.slice(0, 200) },
  { name: 'first sentence removed', change: withoutFirstSentence },
  { name: 'names replaced', change: (text) => text.replace(/(?<=[a-z,] )[A-Z][a-z]{2,}/g, 'Zorvan') },
  { name: 'every sixth content word replaced', change: replaceWords },
]

/** The model with every answer disguised, under a name that says so. */
export function disguised(model: ModelOutputs, { name, change }: Disguise): ModelOutputs {
  return {
    ...model,
    name: `${model.name}, ${name}`,
    sha256: '0'.repeat(64),
    outputs: model.outputs.map((one) => ({ ...one, output: change(one.output).trim() || one.output })),
  }
}

function stripMarkdown(text: string): string {
  return text.replace(/^\s*(?:[-*+]|\d+[.)]|#+|>)\s+/gm, '').replace(/[*_`#]{1,3}/g, '')
}

function inOneParagraph(text: string): string {
  return stripMarkdown(text).replace(/\s+/g, ' ')
}

function withoutFirstSentence(text: string): string {
  const end = text.search(/[.!?:]\s/)
  return end < 0 ? text : text.slice(end + 1)
}

const substitutes = ['item', 'matter', 'aspect', 'element', 'feature', 'detail', 'piece', 'thing', 'point', 'part']

function replaceWords(text: string): string {
  let count = 0
  return text.replace(/\b[a-z]{5,}\b/g, (word) => {
    count += 1
    return count % 6 === 0 ? (substitutes[(count / 6) % substitutes.length] ?? word) : word
  })
}

/** Every second answer of one model, the others of another: learned from two teachers. */
export function mixture(first: ModelOutputs, second: ModelOutputs): ModelOutputs {
  const other = new Map(second.outputs.map((one) => [one.promptId, one]))
  const ids = [...first.outputs].sort((a, b) => (a.promptId < b.promptId ? -1 : 1))
  const outputs = ids.map((own, k) => (k % 2 === 0 ? own : (other.get(own.promptId) ?? own)))
  return { ...first, name: `${first.name} with ${second.name}`, sha256: '1'.repeat(64), outputs }
}
