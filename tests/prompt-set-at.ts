/** A reference prompt set as an analysis takes it, made from text. */

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PromptSetInput } from '@/lib/signals/references/analysed-reference'
import { promptSetText, readPromptSet } from '@/lib/signals/references/prompt-set'

/** The set of the lines of `text`, its file in `folder`. */
export function promptSetAt(folder: string, name: string, text: string, hashesOnly = false): PromptSetInput {
  const set = readPromptSet(text, { hashesOnly })
  const bytes = promptSetText(set)
  const path = join(folder, `${name}.jsonl`)
  writeFileSync(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, path, hashesOnly, entries: set.prompts.length, sha256 }
}
