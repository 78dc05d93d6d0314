/** The rows of a prompt file: each prompt with the answers that a reader compares and the passages they share. */

import { placedWordsOf } from '@/lib/comparison/methods/word-tokens'
import type { PreparedPrompt, PreparedPrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { type FoundPassage, passagesOf } from '@/lib/comparison/passages/telling-passages'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import { centredOn } from '../centre'
import { lineagesOf, placesOf } from '../lineup'
import type { Measured } from '../measured-comparison'
import type { Tick } from './detail-steps'
import { type ContributionId, type Contributions, contributionIds } from './prompt-contributions'
import {
  type PromptAnswer,
  type PromptFileHeader,
  type PromptRow,
  type SharedMark,
  writePromptFile,
} from './prompt-file'

const shownControls = 8
const longestText = 4000
const longestPrompt = 2000
const promptsPerTurn = 5

/** The file of all prompts of a comparison. */
export async function promptFileOf(
  measured: Measured,
  contributions: readonly Contributions[],
  tick?: Tick,
): Promise<Buffer> {
  const { lineup, prepared } = measured
  const candidates = lineagesOf(lineup).map(({ places }) => places[0] as number)
  const controls = nearestControls(measured)
  const shown = [0, ...candidates, ...controls]
  const columns = contributions.flatMap(({ candidate, by }) =>
    contributionIds.map((method: ContributionId) => ({ candidate, method, values: by[method] })),
  )
  const header: PromptFileHeader = {
    format: 'touchstone-prompts/1',
    prompts: prepared.prompts.length,
    suspect: lineup.participants[0]?.name ?? '',
    columns: columns.map(({ candidate, method }) => ({ candidate, method })),
    models: shown.map((place) => {
      const { name = '', role = 'control', lineage = '' } = lineup.participants[place] ?? {}
      return { name: role === 'candidate' ? lineage : name, role }
    }),
    controls: placesOf(lineup, 'control').length,
  }
  const rows: PromptRow[] = []
  for (const row of rowsOf(prepared, { others: shown.slice(1), controls: placesOf(lineup, 'control') })) {
    rows.push(row)
    await tick?.()
    if (rows.length % promptsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return writePromptFile({
    header,
    columns: columns.map(({ values }) => values?.map((value) => Number(value.toPrecision(12))) ?? null),
    rows,
  })
}

/** The controls most like the suspect by the fused methods: what speaks against a candidate is shown first. */
function nearestControls({ lineup, scores }: Measured): number[] {
  const controls = placesOf(lineup, 'control')
  const centred = fusedMethods.map((id) => {
    const { mean, n } = scores.get(id) ?? { mean: new Float64Array(), n: 0 }
    return centredOn(controls, mean, n)
  })
  const likeness = (b: number): number => centred.reduce((sum, scoreOf) => sum + (scoreOf(0, b) ?? 0), 0)
  const order = new Map(controls.map((place) => [place, likeness(place)]))
  return [...controls].sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0)).slice(0, shownControls)
}

type Shown = { others: readonly number[]; controls: readonly number[] }

function* rowsOf({ prompts, vocabulary }: PreparedPrompts, { others, controls }: Shown): Generator<PromptRow> {
  for (const prompt of prompts) {
    const found = passagesOf(prompt, { suspect: 0, others, controls }, vocabulary)
    yield {
      promptId: prompt.promptId,
      prompt: prompt.prompt?.slice(0, longestPrompt) ?? null,
      group: prompt.group,
      answers: [answerOf(prompt, 0, []), ...others.map((place, k) => answerOf(prompt, place, found[k] ?? []))],
    }
  }
}

function answerOf(prompt: PreparedPrompt, place: number, found: readonly FoundPassage[]): PromptAnswer {
  const text = prompt.texts[place] ?? ''
  const shared = found.length === 0 ? [] : marksOf(prompt.texts[0] ?? '', text, found)
  return { text: text.slice(0, longestText), length: text.length, shared }
}

/** Passages by their places in both texts; those beyond what is kept of a text are left out. */
function marksOf(own: string, here: string, found: readonly FoundPassage[]): SharedMark[] {
  const ownWords = placedWordsOf(own)
  const hereWords = placedWordsOf(here)
  const span = (words: typeof ownWords, first: number, count: number): [number, number] => [
    words[first]?.start ?? 0,
    words[first + count - 1]?.end ?? 0,
  ]
  return found
    .map(({ a, b, length, rarity }) => ({
      own: span(ownWords, a, length),
      here: span(hereWords, b, length),
      words: length,
      rarity: rounded(rarity),
    }))
    .filter((mark) => mark.own[1] <= longestText && mark.here[1] <= longestText)
}
