/** Prepares the answers of a suite once, and weighs any line-up of its models from that by the fused methods. */

import { measureFused } from '@/lib/comparison/detail/weigh-again'
import { lineUp, type Named } from '@/lib/comparison/lineup'
import { candidatesOf, type Measured } from '@/lib/comparison/measured-comparison'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { type PreparedPrompts, preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { fuse, weigh, weighBeside } from '@/lib/comparison/weights/fused-comparison'
import { domainFindings } from '@/lib/comparison/weights/profile-domain'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import type { Verdict } from '@/lib/comparison/weights/weigh-candidates'

/** A weighed candidate; `log10LR` is null outside the profile's domain, `beside` the same beside the first. */
export interface Judged {
  name: string
  log10LR: number | null
  verdict: Verdict
  besideFirst: { log10LR: number; interval: [number, number] } | null
}

/** The models of a suite that were prepared together, by name. */
export class PreparedSuite {
  private readonly prepared: PreparedPrompts
  private readonly places: ReadonlyMap<string, number>

  constructor(models: readonly ModelOutputs[]) {
    this.prepared = preparePrompts(models)
    this.places = new Map(models.map(({ name }, place) => [name, place]))
  }

  /** The line-up with its models' answers alone. */
  lineUp(named: Named): Pick<Measured, 'lineup' | 'prepared'> {
    const lineup = lineUp(named)
    const chosen = lineup.participants.map(({ model }) => this.places.get(model.name) as number)
    const of = <T>(all: readonly T[]): T[] => chosen.map((place) => all[place] as T)
    const prompts = this.prepared.prompts.map(({ texts, words, forms, ...prompt }) => ({
      ...prompt,
      ...{ texts: of(texts), words: of(words), forms: of(forms) },
    }))
    return { lineup, prepared: { ...this.prepared, prompts } }
  }

  /** The candidates, best first, by the profile that ships. */
  async weigh(named: Named): Promise<Judged[]> {
    const { lineup, prepared } = this.lineUp(named)
    return judge(await measureFused(lineup, prepared, { seed: 1 }))
  }
}

/** The candidates of `measured`, best first, by the profile that ships. */
export function judge(measured: Measured): Judged[] {
  const fused = fuse(measured)
  const profile = defaultProfile && domainFindings(measured, defaultProfile).applies ? defaultProfile : null
  const weights = profile && weigh(fused, profile)
  const beside = profile && weights && weighBeside(fused, profile, weights)
  const rows = candidatesOf(measured).map(({ name }, k) => ({
    order: weights?.[k]?.uncapped ?? fused?.features[k]?.[0] ?? 0,
    judged: {
      name,
      log10LR: weights?.[k]?.log10LR ?? null,
      verdict: weights?.[k]?.verdict ?? ('inconclusive' as const),
      besideFirst: beside?.[k] ?? null,
    },
  }))
  return rows.sort((a, b) => b.order - a.order).map(({ judged }) => judged)
}
