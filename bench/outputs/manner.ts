/** The manner of a synthetic model: which phrases it favours for which kind of question, and how it writes with them. */

import type { Random } from '../random'
import { closings, forms, frames, openings } from './phrases'
import type { Topic } from './topics'

export interface Manner {
  /** Favourite openings for each form of question, best first. */
  openings: string[][]
  /** Favourite frames for cause, example, use and limit. */
  frames: string[][]
  closings: string[]
  /** Order in which facts are told, as indices 1 to 4. */
  order: number[]
  facts: number
  paragraphs: boolean
}

const favourite = 0.55

/** Draws a manner; two models share phrases only by chance. */
export function mannerOf(random: Random): Manner {
  const known = random.shuffled(openings).slice(0, 9)
  return {
    openings: forms.map(() => random.shuffled(known).slice(0, 4)),
    frames: frames.map((bank) => random.shuffled(bank).slice(0, 4)),
    closings: random.shuffled(closings).slice(0, 4),
    order: random.shuffled([1, 2, 3, 4]),
    facts: random.between(3, 4),
    paragraphs: random.chance(0.4),
  }
}

interface Writing {
  random: Random
  manner: Manner
  topic: Topic
  form: number
  /** The manner to copy phrases from, each with the chance `copied`. */
  source?: Manner
  copied?: number
}

/** One answer of two to six sentences. */
export function write({ random, manner, topic, form, source, copied = 0 }: Writing): string {
  const from = () => (source && random.chance(copied) ? source : manner)
  const order = from().order.slice(0, manner.facts)
  const sentences = [fill(favouriteOf(from().openings[form] ?? [], random), topic, topic.facts[0] ?? '')]
  for (const fact of order)
    sentences.push(fill(favouriteOf(from().frames[fact - 1] ?? [], random), topic, topic.facts[fact] ?? ''))
  sentences.push(fill(favouriteOf(from().closings, random), topic, topic.facts[0] ?? ''))
  return sentences.join(manner.paragraphs ? '\n\n' : ' ')
}

function favouriteOf(list: readonly string[], random: Random): string {
  return (random.chance(favourite) ? list[0] : random.pick(list)) ?? ''
}

function fill(phrase: string, topic: Topic, fact: string): string {
  const name = topic.name
  return phrase
    .replaceAll('{T}', name.charAt(0).toUpperCase() + name.slice(1))
    .replaceAll('{t}', name)
    .replaceAll('{f}', fact)
    .replaceAll('{a}', topic.facts[5] ?? '')
}
