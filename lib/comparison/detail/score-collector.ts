/** Keeps, while a comparison is scored, the little of each prompt that later questions need: never the matrices themselves. */

import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import type { PooledGrams } from '@/lib/comparison/methods/pooled-grams'
import { placesOf } from '../lineup'
import { type Line, scoredPlaces, seriesByPrompt } from '../method-scores'
import type { Observer } from '../score-by-all-methods'
import type { ScoreMatrices } from '../score-matrices'
import { TreeBuilder } from './lineage-tree'
import { type PromptGroups, promptGroups } from './prompt-groups'

/** Of a method that scores prompt by prompt: the suspect's centred score with each scored place, by prompt; group sums are n × n. */
export type CollectedScores = { series: readonly Float64Array[]; groupSums: readonly Float64Array[] }

export class ScoreCollector {
  line: Line = { candidates: [], controls: [] }
  groups: PromptGroups = { by: 'turns', groups: [] }
  pooled: PooledGrams | null = null
  tree: TreeBuilder | null = null
  readonly scores = new Map<MethodId, CollectedScores>()

  /** What `measureComparison` tells while it works. */
  readonly observer: Observer = {
    onPrepared: (lineup, { prompts }) => {
      this.line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
      this.groups = promptGroups(prompts)
      this.tree = new TreeBuilder(lineup.participants.length)
    },
    onMatrices: (id, matrices) => void this.scores.set(id, this.collect(matrices)),
    onPooled: (pooled) => {
      this.pooled = pooled
    },
    onPooledSample: (matrix) => this.tree?.addSample(matrix),
  }

  /** The places of `series`, in their order. */
  get scored(): number[] {
    return scoredPlaces(this.line)
  }

  private collect({ n, cells }: ScoreMatrices): CollectedScores {
    const series = seriesByPrompt({ n, cells }, this.line)
    const groupSums = this.groups.groups.map(({ prompts }) => {
      const sum = new Float64Array(n * n)
      for (const p of prompts) addTo(sum, cells[p] as Float64Array)
      return sum
    })
    return { series, groupSums }
  }
}

function addTo(sum: Float64Array, matrix: Float64Array): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] as number) + (matrix[cell] as number)
}
