/** The prompts that a plan registered, read again from the sealed bytes and checked against their hash. */

import { AppError } from '@/lib/platform/errors'
import { openBlob } from '@/lib/platform/storage'
import type { Prompt, PromptSet } from './collection-request'
import { allPrompts, promptsHash, readPrompts } from './prompt-set'

/** All of them, in order. Throws `unavailable` when the file gives others than were registered. */
export async function registeredPrompts(set: PromptSet): Promise<Prompt[]> {
  const bytes = openBlob(Buffer.from(set.evidenceSha256, 'hex'))
  const prompts = allPrompts(await readPrompts({ name: set.evidenceName, bytes }), set)
  if (promptsHash(prompts) === set.sha256) return prompts
  throw new AppError(
    'unavailable',
    `“${set.evidenceName}” does not give the prompts that were registered. Tell your administrator.`,
  )
}
