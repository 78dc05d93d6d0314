/** Makes a calibration profile from a reference set: the same answers, relations and seed give the same profile. */

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import { poolGrams } from '@/lib/comparison/methods/pooled-grams'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { byCodeUnit, preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { medianOf } from '@/lib/comparison/statistics/robust-scale'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import type { CalibrationProfile, ProfileDomain } from '@/lib/comparison/weights/calibration-profile'
import { figuresOf, kindFigures, otherKinds, valuesOf, weighedOf } from './calibration-figures'
import { controlFamilyRange, figuresByControls } from './control-sensitivity'
import { drawLineUps, drawn } from './draw-line-ups'
import { fitComparisons, type HeldOut, resampleFamilies, weighHeldOut } from './held-out'
import { verdictFigures } from './held-out-verdicts'
import type { ReferenceAnswers } from './line-up-scores'
import { comparisonsOf, scoreReference } from './reference-comparisons'
import type { RelationTable } from './relation-table'
import { supportedLimits } from './supported-limit'
import { wordingByRelation } from './wording-by-relation'

export type CalibrationInput = {
  models: readonly ModelOutputs[]
  relations: RelationTable
  relationsSha256: string
  draws?: number
  seed?: number
  onProgress?: (progress: { done: number; total: number }) => void
}

const defaultDraws = 4
const defaultSeed = 7
const familySamples = 200
const leastPrompts = 200

/** Calibrates on every model of the relations that has answers. */
export async function calibrate(input: CalibrationInput): Promise<CalibrationProfile> {
  const { draws = defaultDraws, seed = defaultSeed, onProgress = () => undefined } = input
  const { answers, relations } = referenceOf(input)
  const lineUps = drawLineUps(relations, { draws, seed })
  const reference = await scoreReference(answers, lineUps, (done) => onProgress({ done, total: lineUps.length }))
  const comparisons = comparisonsOf(reference)
  const heldOut = weighHeldOut(comparisons)
  const limits = supportedLimits(weighedOf(heldOut)).map(rounded) as [number, number]
  const most = mostTaught(heldOut)
  return {
    id: `profile-${idOf(input, { draws, seed })}`,
    fusion: fusionVersion,
    coefficients: fitComparisons(comparisons).map(rounded),
    resampled: resampleFamilies(comparisons, { samples: familySamples, seed }).map((row) => row.map(short)),
    limits,
    figures: figuresOf(heldOut, limits),
    sameCandidate: figuresOf(
      heldOut.filter(({ lineage }) => lineage === most),
      limits,
    ),
    kinds: kindFigures(heldOut),
    byControls: figuresByControls(heldOut, limits),
    controlFamilies: controlFamilyRange(reference, limits),
    verdicts: verdictFigures(heldOut, limits, seed),
    scores: scoresByKind(heldOut),
    wording: await wordingByRelation(answers, lineUps),
    domain: domainOf(answers, heldOut),
    provenance: {
      models: relations.models.length,
      outputsSha256: outputsHash(input.models),
      relationsSha256: input.relationsSha256,
      draws,
      seed,
      families: new Set(relations.models.map(({ family }) => family)).size,
    },
  }
}

/** The profile as canonical JSON (RFC 8785) with a line break: the same calibration gives the same bytes. */
export function canonicalProfile(profile: CalibrationProfile): string {
  return `${canonicalize(profile)}\n`
}

function referenceOf({ models, relations }: CalibrationInput): { answers: ReferenceAnswers; relations: RelationTable } {
  const known = [...models].sort((a, b) => byCodeUnit(a.name, b.name))
  const named = known.filter(({ name }) => relations.models.some(({ model }) => model === name))
  const { prompts } = preparePrompts(named)
  return {
    answers: { prompts, pooled: poolGrams(prompts), places: new Map(named.map(({ name }, place) => [name, place])) },
    relations: {
      lineages: relations.lineages,
      models: relations.models.filter(({ model }) => named.some(({ name }) => name === model)),
    },
  }
}

/** Twelve hexadecimal digits that name the inputs: files, relations, draws, seed and fusion. */
function idOf({ models, relationsSha256 }: CalibrationInput, how: { draws: number; seed: number }): string {
  const text = canonicalize({ outputs: outputsHash(models), relationsSha256, fusion: fusionVersion, ...how })
  return createHash('sha256').update(`${text}`).digest('hex').slice(0, 12)
}

function outputsHash(models: readonly ModelOutputs[]): string {
  const lines = [...models].sort((a, b) => byCodeUnit(a.name, b.name)).map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

function mostTaught(heldOut: readonly HeldOut[]): string | null {
  const counts = relatedByLineage(heldOut)
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0]?.[0] ?? null
}

/** How many different related pairs each lineage has; lineages without one are left out. */
function relatedByLineage(heldOut: readonly HeldOut[]): Map<string, number> {
  const suspects = new Map<string, Set<string>>()
  for (const { lineage, suspect, relation } of heldOut) {
    if (relation === 'related') suspects.set(lineage, new Set([...(suspects.get(lineage) ?? []), suspect]))
  }
  return new Map([...suspects].map(([lineage, names]) => [lineage, names.size]))
}

function scoresByKind(heldOut: readonly HeldOut[]): CalibrationProfile['scores'] {
  const kinds = ['related', 'unrelated', ...otherKinds] as const
  return Object.fromEntries(
    kinds.map((kind) => [kind, valuesOf(heldOut, kind).map(short)]),
  ) as CalibrationProfile['scores']
}

function domainOf({ prompts, places }: ReferenceAnswers, heldOut: readonly HeldOut[]): ProfileDomain {
  const medians = [...places.values()].map((place) => medianOf(prompts.map(({ words }) => words[place]?.length ?? 0)))
  return {
    prompts: { least: Math.min(leastPrompts, prompts.length), calibrated: prompts.length },
    controls: [...drawn.controls],
    candidates: [...drawn.candidates],
    answerWords: [Math.min(...medians), Math.max(...medians)],
    latinShare: 0.9,
    relatedByLineage: [...relatedByLineage(heldOut).values()].sort((a, b) => b - a),
  }
}

const short = (value: number): number => Number(value.toPrecision(6))
