/** What a comparison says beyond its verdict: the tree, favoured phrases, how steady it is, other explanations, its prompts. */

import type { CodeHash } from '../code-hash'
import type { Alternative } from './alternatives'
import type { FavouritePhrase } from './favourite-phrases'
import type { GroupStability } from './leave-groups-out'
import type { LineageTree } from './lineage-tree'
import type { TextVariant } from './text-variants'
import type { AgainCandidate } from './weigh-again'
import type { WitnessResult } from './witnesses'

export type ComparisonDetail = {
  /** Null for fewer than four models. */
  tree: LineageTree | null
  /** Of the suspect, then of each candidate's first snapshot. */
  phrases: { name: string; phrases: FavouritePhrase[] }[]
  /** The whole comparison by the same steps as what follows, to compare with. */
  whole: AgainCandidate[]
  groups: GroupStability
  variants: TextVariant[]
  witnesses: WitnessResult[]
  alternatives: Alternative[]
  /** The program that made it; null where its sources were not at hand. */
  code: CodeHash | null
  /** The prompts with their contributions and answers, kept beside the result. */
  promptFile: { sha256: string; bytes: number; prompts: number }
}
