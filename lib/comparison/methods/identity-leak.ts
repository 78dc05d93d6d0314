/** Method `identity-leak`: answers in which the suspect calls itself by a name that the candidate gives itself. */

import type { Lineage } from '@/lib/comparison/lineup'
import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import { wilsonInterval } from '@/lib/comparison/statistics/wilson-interval'

export type LeakHit = { promptId: string; name: string; excerpt: string }

/**
 * `names` are what the candidate calls itself or its maker in two answers or more. `suspect` and `controls` count answers
 * that call themselves so where the prompt does not hold the name; the interval is Wilson's, 95 %. Every hit is to be read
 * by a person: a name may be quoted, played or mistaken.
 */
export type IdentityLeak = {
  candidate: string
  names: string[]
  suspect: { count: number; total: number; interval: [number, number] }
  controls: { count: number; total: number; interval: [number, number] }
  hits: LeakHit[]
}

const word = '[\\p{Lu}][\\p{L}\\p{N}]*(?:[.-][\\p{L}\\p{N}]+)*'
const named = `(${word}(?: ${word}){0,2})`
const patterns = [
  `\\b(?:I am|I'm|My name is|my name is|You can call me) (?:called |named )?${named}`,
  `\\b(?:I am|I'm|I was|model|assistant|AI)\\b[^.\\n]{0,60}?\\b(?:created|developed|trained|made|built) by ${named}`,
].map((source) => new RegExp(source, 'gu'))
const notNames = /^(?:AI|An|A|The|Artificial|Sorry|I|Not|As|My|Just|Also|Here|Happy|Glad|Sure|OK|Okay)\b/
const listed = 20
const around = 80

/** The names by which an answer calls itself or its maker. */
export function selfNames(text: string): { name: string; at: number }[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = match[1] ?? ''
      return name.length < 2 || notNames.test(name) ? [] : [{ name, at: match.index }]
    }),
  )
}

/** The leaks of each lineage; the suspect is at 0. Names come from the answers alone: none is known beforehand. */
export function identityLeaks(
  prompts: readonly PreparedPrompt[],
  lineages: readonly Lineage[],
  controls: readonly number[],
): IdentityLeak[] {
  const found = prompts.map(({ texts, prompt }) =>
    texts.map((text) => selfNames(text).filter(({ name }) => !(prompt ?? '').includes(name))),
  )
  return lineages.map(({ name, places }) => {
    const names = ownNames(found, places)
    const hitsOf = (place: number) =>
      found.flatMap((models, p) => {
        const hit = models[place]?.find((one) => names.includes(one.name))
        return hit ? [hitAt(prompts[p] as PreparedPrompt, place, hit)] : []
      })
    const hits = hitsOf(0)
    const ofControls = controls.reduce((sum, control) => sum + hitsOf(control).length, 0)
    return {
      ...{ candidate: name, names },
      suspect: counted(hits.length, prompts.length),
      controls: counted(ofControls, prompts.length * controls.length),
      hits: hits.slice(0, listed),
    }
  })
}

type Found = readonly (readonly { name: string; at: number }[])[]

function ownNames(found: readonly Found[], places: readonly number[]): string[] {
  const counts = new Map<string, number>()
  for (const models of found) {
    for (const place of places) {
      for (const name of new Set(models[place]?.map((one) => one.name))) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([name]) => name)
    .sort()
}

function hitAt(
  { promptId, texts }: PreparedPrompt,
  place: number,
  { name, at }: { name: string; at: number },
): LeakHit {
  return { promptId, name, excerpt: (texts[place] ?? '').slice(Math.max(0, at - around), at + 2 * around) }
}

function counted(count: number, total: number) {
  const [low, high] = wilsonInterval(count, total)
  return { count, total, interval: [rounded(low), rounded(high)] as [number, number] }
}
