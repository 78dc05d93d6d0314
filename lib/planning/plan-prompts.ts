/** How many of the registered prompts a model's outputs answer, and in which words they were asked. Pure. */

import type { Prompt } from '@/lib/collection/collection-request'
import type { ModelOutput } from '@/lib/comparison/outputs/model-outputs'

/** The text of each registered prompt by its id. */
export function plannedPrompts(prompts: readonly Prompt[]): ReadonlyMap<string, string> {
  return new Map(prompts.map(({ id, prompt }) => [id, prompt]))
}

/** Registered prompts answered, prompts that are none of them, and those asked in another text. A file without texts is taken at its ids. */
export function countPrompts(outputs: readonly ModelOutput[], registered: ReadonlyMap<string, string>) {
  const counts = { answered: 0, others: 0, altered: 0 }
  for (const { promptId, prompt } of outputs) {
    const planned = registered.get(promptId)
    if (planned === undefined) counts.others += 1
    else counts.answered += 1
    if (planned !== undefined && prompt !== null && prompt !== planned) counts.altered += 1
  }
  return counts
}
