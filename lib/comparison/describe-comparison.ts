/** Writes a measured comparison down: order, weights, caveats, passages, and what it was made from. */

import { candidatesInOrder, controlResult, leadersOf } from './candidate-order'
import { caveatFactsOf, type InputFacts } from './caveats/caveat-facts'
import { caveatsOf } from './caveats/comparison-caveats'
import { type Centred, centredOn } from './centre'
import type { CandidateResult, ComparisonResult } from './comparison-result'
import { lineagesOf, placesOf } from './lineup'
import { byMethod, type Measured } from './measured-comparison'
import { findCanaries } from './methods/canary'
import { grammarRatios } from './methods/grammar-ratios'
import { identityLeaks } from './methods/identity-leak'
import { comparisonVersion, methodDefinitions } from './methods/method-definitions'
import { type KnownAnswers, sharedErrors } from './methods/shared-errors'
import { tellingPassages } from './passages/telling-passages'
import { rounded } from './statistics/significant-digits'
import type { CalibrationProfile } from './weights/calibration-profile'
import { fuse, weigh, weighBeside } from './weights/fused-comparison'
import { domainFindings } from './weights/profile-domain'
import { profileHash } from './weights/profile-hash'
import { profileSummary } from './weights/profile-summary'
import { log10Of } from './weights/weigh-candidates'
import { wordingStandings } from './weights/wording-standing'

const listedPassages = 30
const listedExclusions = 1000

type How = { seed: number; samples: number; profile: CalibrationProfile | null; marks: Marks }

/** What was given to look for beside likeness. */
export type Marks = { canaries?: readonly string[]; answers?: KnownAnswers }

/** The result of a comparison by `profile`, or without weights when it is null or too few controls were given. */
export function describeComparison(measured: Measured, { seed, samples, profile, marks }: How): ComparisonResult {
  const { lineup, prepared } = measured
  const suspect = lineup.participants[0]?.name ?? ''
  const { used, outside, values, ...weights } = weighed(measured, profile)
  const candidates = candidatesInOrder(measured, weights)
  const controls = placesOf(lineup, 'control').map((place) => controlResult(measured, place))
  const firstInResamples = leadersOf(measured, samples, values)
  const facts = caveatFactsOf(lineup, prepared)
  const passages = passagesOf(measured, candidates)
  const wording = used ? inOrder(wordingStandings(measured, used), candidates) : []
  const summary = used && profileSummary(used, { outside, wording })
  return {
    suspect,
    prompts: promptsOf(measured, facts),
    seed,
    candidates,
    controls,
    method: { version: comparisonVersion, profile: used?.id ?? null, profileSha256: used && profileHash(used) },
    errorRates: summary?.errorRates ?? null,
    calibration: summary?.calibration ?? null,
    caveats: caveatsOf({
      ...{ ...facts, suspect, candidates, controls, passages, firstInResamples, samples },
      ...{ outside, profile: used, wording },
    }),
    resampling: { samples, level: 0.95, firstInResamples },
    panel: panelOf(measured),
    passages,
    ...marksOf(measured, marks),
    grammar: grammarRatios(measured, { samples, seed }),
    inputs: facts.inputs,
    definitions: methodDefinitions,
  }
}

const inOrder = <T extends { name: string }>(items: readonly T[], order: readonly { name: string }[]): T[] =>
  order.flatMap(({ name }) => items.find((item) => item.name === name) ?? [])

function promptsOf({ prepared: { prompts, excluded } }: Measured, { reasons }: Pick<InputFacts, 'reasons'>) {
  return { shared: prompts.length, dropped: excluded.length, reasons, excluded: excluded.slice(0, listedExclusions) }
}

function weighed(measured: Measured, profile: CalibrationProfile | null) {
  const none = { used: null, weights: null, beside: null, values: null }
  if (!profile) return { ...none, outside: [] }
  const { outside, applies } = domainFindings(measured, profile)
  const fused = applies ? fuse(measured) : null
  const weights = weigh(fused, profile)
  if (!fused || !weights) return { ...none, outside }
  return {
    used: profile,
    outside,
    weights,
    beside: weighBeside(fused, profile, weights),
    values: fused.resampled.map((rows) => rows.map((row) => log10Of(profile.coefficients, row))),
  }
}

/** The methods that look for single marks: a name, a planted marker, a shared mistake. */
function marksOf({ lineup, prepared: { prompts } }: Measured, { canaries = [], answers }: Marks) {
  const lineages = lineagesOf(lineup)
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  return {
    identity: identityLeaks(prompts, lineages, line.controls),
    canaries: canaries.length > 0 ? findCanaries(canaries, prompts, line) : null,
    sharedErrors: answers ? sharedErrors(answers, prompts, { lineages, controls: line.controls }) : null,
  }
}

/** Every pair's centred score, null on the diagonal and where no two controls remain. */
function panelOf({ lineup, scores }: Measured): ComparisonResult['panel'] {
  const controls = placesOf(lineup, 'control')
  const places = lineup.participants.map((_, place) => place)
  const isControl = new Set(controls)
  const others = (a: number, b: number) => controls.length - Number(isControl.has(a)) - Number(isControl.has(b))
  const scoreOf = (centred: Centred, a: number, b: number): number | null => {
    const score = a === b || others(a, b) < 2 ? null : centred(a, b)
    return score === null ? null : rounded(score)
  }
  return {
    models: lineup.participants.map(({ name, role }) => ({ name, role })),
    methods: byMethod((id) => {
      const mean = scores.get(id)?.mean ?? new Float64Array(places.length ** 2)
      const centred = centredOn(controls, mean, places.length)
      return places.map((a) => places.map((b) => scoreOf(centred, a, b)))
    }),
  }
}

/** Passages of each candidate, its first snapshots standing for it, then of each control. */
function passagesOf({ lineup, prepared }: Measured, candidates: readonly CandidateResult[]) {
  const lineages = lineagesOf(lineup)
  const chosen = candidates.map(({ name }) => lineages.find((lineage) => lineage.name === name)?.places[0] ?? 0)
  const controls = placesOf(lineup, 'control')
  const others = [...chosen, ...controls]
  return tellingPassages(prepared, { suspect: 0, others, controls }, listedPassages).map((findings, k) => {
    const isCandidate = k < chosen.length
    const name = isCandidate ? candidates[k]?.name : lineup.participants[others[k] as number]?.name
    const role = isCandidate ? ('candidate' as const) : ('control' as const)
    return { name: name ?? '', role, ...findings, items: isCandidate ? findings.items : [] }
  })
}
