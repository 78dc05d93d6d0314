/** The passages that a reader wants to see: word sequences that suspect and candidate share and no control uses. */

import { byCodeUnit, type PreparedPrompt, type PreparedPrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import { excerptAround, type PassageSide } from './passage-excerpts'
import { type SharedRun, sharedRuns, type Windows } from './shared-runs'
import { WindowFinder, windowSize } from './six-word-windows'

export type Passage = {
  promptId: string
  prompt: string | null
  words: number
  /** Sum over its words of how rare each is (nats): orders the passages of one comparison and means nothing beyond it. */
  rarity: number
  suspect: PassageSide
  other: PassageSide
}

/**
 * `found` and `prompts` count all passages and the prompts that have one; `per10kWords` is `found` for each 10,000 words of
 * the other model's answers, since a model that writes more shares more. `items` holds the rarest with excerpts.
 */
export type PassageFindings = { found: number; prompts: number; per10kWords: number; items: Passage[] }

/** Places of the models in each prompt's answers; `others` are those whose passages are sought. */
export type Sought = { suspect: number; others: readonly number[]; controls: readonly number[] }

/** A passage by its places in words; `rarity` as in `Passage`. */
export type FoundPassage = SharedRun & { prompt: PreparedPrompt; rarity: number }
type Found = FoundPassage

const listedPerPrompt = 3

/**
 * For each of `others`, the passages of six words or more that it and the suspect both wrote for the same prompt, where
 * none of a passage's six-word windows is in the prompt or in the answer of a control (itself set aside when it is one).
 * The `listed` rarest come with excerpts, at most three a prompt. Words are compared in lower case and without marks. A
 * word counts for as much as it is rare among all answers, a word of the prompt for nothing.
 */
export function tellingPassages(prepared: PreparedPrompts, sought: Sought, listed: number): PassageFindings[] {
  const found: Found[][][] = sought.others.map(() => [])
  for (const prompt of prepared.prompts) {
    for (const [k, passages] of passagesOf(prompt, sought, prepared.vocabulary).entries()) {
      if (passages.length > 0) found[k]?.push(passages)
    }
  }
  return found.map((perPrompt, k) => {
    const rarest = perPrompt
      .flatMap((passages) => passages.sort(rarestFirst).slice(0, listedPerPrompt))
      .sort(rarestFirst)
      .slice(0, listed)
    const total = perPrompt.reduce((sum, passages) => sum + passages.length, 0)
    const words = prepared.prompts.reduce(
      (sum, prompt) => sum + (prompt.words[sought.others[k] as number]?.length ?? 0),
      0,
    )
    return {
      found: total,
      prompts: perPrompt.length,
      per10kWords: words > 0 ? rounded((10_000 * total) / words) : 0,
      items: rarest.map((passage) => withExcerpts(passage, sought.suspect, sought.others[k] as number)),
    }
  })
}

type Vocabulary = PreparedPrompts['vocabulary']

/** The passages of one prompt, for each of `others`. */
export function passagesOf(
  prompt: PreparedPrompt,
  { suspect, others, controls }: Sought,
  vocabulary: Vocabulary,
): Found[][] {
  const answer = prompt.words[suspect] as Int32Array
  const { asked } = prompt
  const finder = new WindowFinder(answer)
  const windowsOf = prompt.words.map((words) => finder.findIn(words))
  const holders = countHolders(finder, { controls: controls.map((place) => windowsOf[place] as Windows), asked })
  const common = new Set(asked)
  return others.map((other) => {
    const itself = controls.includes(other) ? 1 : 0
    const isElsewhere = (window: number): boolean => (holders[window] as number) > itself
    const runs = sharedRuns(
      { first: finder.own, second: windowsOf[other] as Windows },
      { size: windowSize, isElsewhere },
    )
    return runs.map((run) => ({
      ...run,
      prompt,
      rarity: rarityOf(answer.subarray(run.a, run.a + run.length), common, vocabulary),
    }))
  })
}

/** In how many controls each window of the suspect is found; one in the prompt counts as found in more than any. */
function countHolders(finder: WindowFinder, { controls, asked }: { controls: readonly Windows[]; asked: Int32Array }) {
  const holders = new Int32Array(finder.size)
  for (const windows of controls) {
    for (const window of new Set(windows)) if (window >= 0) holders[window] = (holders[window] as number) + 1
  }
  for (const window of finder.findIn(asked)) if (window >= 0) holders[window] = controls.length + 2
  return holders
}

function rarityOf(words: Int32Array, common: ReadonlySet<number>, vocabulary: Vocabulary): number {
  return rounded(words.reduce((sum, word) => sum + (common.has(word) ? 0 : vocabulary.rarityOf(word)), 0))
}

function rarestFirst(a: Found, b: Found): number {
  return b.rarity - a.rarity || byCodeUnit(a.prompt.promptId, b.prompt.promptId) || a.a - b.a
}

function withExcerpts({ prompt, a, b, length, rarity }: Found, suspect: number, other: number): Passage {
  return {
    promptId: prompt.promptId,
    prompt: prompt.prompt,
    words: length,
    rarity,
    suspect: excerptAround(prompt.texts[suspect] ?? '', { first: a, count: length }),
    other: excerptAround(prompt.texts[other] ?? '', { first: b, count: length }),
  }
}
