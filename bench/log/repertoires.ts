/** What campaigns collect, after the publicly described collectors and cases: families of calls with their shares. */

/** Families of calls; the names are those of the instructions in the text bank. */
export type Family =
  | 'hindsight'
  | 'tags'
  | 'recall'
  | 'language'
  | 'reframed'
  | 'evolve'
  | 'grade'
  | 'prefer'
  | 'batch'
  | 'triplet'
  | 'selfchat'

type Repertoire = readonly (readonly [Family, number])[]

/** Reasoning behind finished answers, thinking inside tags, thinking in the user's language (published 2026 cases). */
const reasoning: Repertoire = [
  ['hindsight', 45],
  ['tags', 30],
  ['language', 15],
  ['recall', 3],
]
/** Rewritten tasks that are sent back as prompts, and critiques of them (Evol-Instruct, Reflection-Tuning). */
const evolution: Repertoire = [
  ['evolve', 70],
  ['hindsight', 15],
]
/** Answers judged by rubric or in pairs: a reward model's data (published 2026 cases). */
const grading: Repertoire = [
  ['grade', 50],
  ['prefer', 40],
  ['tags', 10],
]
/** Batches of new tasks, instruction triplets over a corpus, talks of two (Self-Instruct, Alpaca, Airoboros, Baize). */
const instructions: Repertoire = [
  ['batch', 35],
  ['triplet', 45],
  ['selfchat', 20],
]
/** One collector that does all of it. */
const mixed: Repertoire = [
  ['hindsight', 30],
  ['tags', 18],
  ['language', 8],
  ['recall', 2],
  ['evolve', 15],
  ['grade', 8],
  ['prefer', 6],
  ['triplet', 8],
  ['batch', 5],
]

/** A single campaign does all; of several, each has a line of its own. */
export function repertoireOf(campaign: number, campaigns: number): Repertoire {
  if (campaigns === 1) return mixed
  const lines = [reasoning, grading, evolution, instructions, mixed]
  return lines[campaign % lines.length] ?? mixed
}

/** Families that ask for reasoning and can be worded as something else. */
export const reframable: ReadonlySet<Family> = new Set(['hindsight', 'tags', 'language', 'recall'])
