/** What of public or account knowledge was held against a log, by name and hash, so that a result can be reproduced. */

import type { ModelRelease } from '@/lib/signals/brought/release-calendar'
import type { AccountFacts } from './account-table'

/** `sha256` is of the bytes that were used; `entries` are prompts, releases or accounts. */
export type AnalysedReference = {
  kind: 'prompt-set' | 'release-calendar' | 'account-table'
  name: string
  sha256: string
  entries: number
}

/** What a reader brings to a log: sets of prompts for `corpus-walk`, releases for `new-model-pivot`, and facts that fill what rows lack. */
export type Brought = { promptSets?: PromptSetInput[]; releases?: ModelRelease[]; accountFacts?: AccountFacts[] }

/** A prompt set as the engine reads it: the file that `promptSetText` makes. Without texts only whole prompts can be matched. */
export type PromptSetInput = Omit<AnalysedReference, 'kind'> & { path: string; hashesOnly: boolean }
