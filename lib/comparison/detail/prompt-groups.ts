/** Divides the prompts of a comparison into groups, by what is known of them, the same way every time. */

import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'

/** `prompts` are places in the prepared prompts. */
export type PromptGroup = { name: string; prompts: number[] }

/** By a column of the outputs, by the length of the prompt, or by turns. */
export type PromptGroups = { by: 'column' | 'prompt-length' | 'turns'; groups: PromptGroup[] }

const mostGroups = 12
const smallest = 5
const folds = 5

/** Groups by the outputs' `group` or `category` column where two groups or more are of some size; else by length; else by turns. */
export function promptGroups(prompts: readonly PreparedPrompt[]): PromptGroups {
  const named = byColumn(prompts)
  if (named.length >= 2) return { by: 'column', groups: named }
  const lengths = prompts.map(({ prompt }) => prompt?.length ?? null)
  if (lengths.every((length): length is number => length !== null) && new Set(lengths).size >= folds) {
    return { by: 'prompt-length', groups: byLength(lengths) }
  }
  const groups = Array.from({ length: Math.min(folds, prompts.length) }, (_, fold) => ({
    name: `Every ${folds}th prompt from ${fold + 1}`,
    prompts: prompts.flatMap((_, p) => (p % folds === fold ? [p] : [])),
  }))
  return { by: 'turns', groups }
}

function byColumn(prompts: readonly PreparedPrompt[]): PromptGroup[] {
  const found = new Map<string, number[]>()
  for (const [p, { group }] of prompts.entries()) found.set(group ?? '', [...(found.get(group ?? '') ?? []), p])
  const sized = [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const kept = sized.filter(([name, own], k) => name !== '' && own.length >= smallest && k < mostGroups)
  if (kept.length < 2) return []
  const rest = sized
    .filter((one) => !kept.includes(one))
    .flatMap(([, own]) => own)
    .sort((a, b) => a - b)
  const groups = kept.map(([name, own]) => ({ name, prompts: own })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return rest.length === 0 ? groups : [...groups, { name: 'All other prompts', prompts: rest }]
}

/** Four bands of about as many prompts, by characters. */
function byLength(lengths: readonly number[]): PromptGroup[] {
  const sorted = [...lengths].sort((a, b) => a - b)
  const cuts = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] as number)
  const bandOf = (length: number): number => cuts.filter((cut) => length >= cut).length
  const names = [
    `Prompts under ${cuts[0]} characters`,
    `Prompts of ${cuts[0]} to ${(cuts[1] as number) - 1} characters`,
    `Prompts of ${cuts[1]} to ${(cuts[2] as number) - 1} characters`,
    `Prompts of ${cuts[2]} characters and more`,
  ]
  return names
    .map((name, band) => ({ name, prompts: lengths.flatMap((length, p) => (bandOf(length) === band ? [p] : [])) }))
    .filter(({ prompts }) => prompts.length > 0)
}
