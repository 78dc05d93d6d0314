/** Method `over-represented`: whether two models favour the same phrases, each against what the controls say. */

import { countByModel, type PooledGrams } from './pooled-grams'

const priorTotal = 5000
const limit = 6

/**
 * The n × n row-major matrix of cosines between the models' profiles. A profile holds, for each gram, the z-score of its
 * log-odds against the controls with a Dirichlet prior of the controls' counts (half a count added) scaled to 5,000,
 * clipped to ±6, minus the controls' mean. A control is read against the other controls. Source: Monroe, Colaresi and
 * Quinn 2008 ("Fightin' Words"); docs/decisions/041. `weights[p]` says how often prompt p counts.
 */
export function scoreOverRepresented(
  pooled: PooledGrams,
  controls: readonly number[],
  weights?: Int32Array,
): Float64Array {
  return overRepresentedScorer(pooled, controls)(weights)
}

/** The same for many draws of the prompts, over memory that is taken once: a matrix of its own for each `weights`. */
export function overRepresentedScorer(
  pooled: PooledGrams,
  controls: readonly number[],
): (weights?: Int32Array) => Float64Array {
  const scratch = scratchFor(pooled)
  return (weights) => cosines(fillProfiles(pooled, controls, scratch, weights), pooled.n)
}

/** The profiles, `profiles[i · size + gram]`: what each model says more (positive) or less often than the controls. */
export function profilesOf(pooled: PooledGrams, controls: readonly number[], weights?: Int32Array): Float64Array {
  return fillProfiles(pooled, controls, scratchFor(pooled), weights)
}

type Scratch = Record<'counts' | 'background' | 'others' | 'mean' | 'profiles', Float64Array>

function scratchFor({ n, size }: PooledGrams): Scratch {
  const [background, others, mean] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  return { background, others, mean, counts: new Float64Array(n * size), profiles: new Float64Array(n * size) }
}

function fillProfiles(
  pooled: PooledGrams,
  controls: readonly number[],
  { counts, background, others, mean, profiles }: Scratch,
  weights?: Int32Array,
): Float64Array {
  const { n, size } = pooled
  countByModel(pooled, weights, counts)
  background.fill(0)
  for (const control of controls) addRow(background, counts, control * size, 1)
  for (let i = 0; i < n; i++) {
    others.set(background)
    if (controls.length > 1 && controls.includes(i)) addRow(others, counts, i * size, -1)
    logOdds(counts.subarray(i * size, (i + 1) * size), others, profiles.subarray(i * size, (i + 1) * size))
  }
  mean.fill(0)
  for (const control of controls) addRow(mean, profiles, control * size, 1 / controls.length)
  for (let i = 0; i < n; i++) takeOff(profiles.subarray(i * size, (i + 1) * size), mean)
  return profiles
}

function takeOff(from: Float64Array, mean: Float64Array): void {
  for (let g = 0; g < mean.length; g++) from[g] = (from[g] as number) - (mean[g] as number)
}

function addRow(into: Float64Array, from: Float64Array, start: number, times: number): void {
  for (let g = 0; g < into.length; g++) into[g] = (into[g] as number) + times * (from[start + g] as number)
}

/** z of the log-odds of each gram in `own` against `others`, clipped. */
function logOdds(own: Float64Array, others: Float64Array, into: Float64Array): void {
  const ownTotal = sum(own)
  const othersTotal = sum(others)
  const scale = priorTotal / (othersTotal + others.length / 2)
  for (let g = 0; g < own.length; g++) {
    const prior = ((others[g] as number) + 0.5) * scale
    const a = (own[g] as number) + prior
    const b = (others[g] as number) + prior
    const odds = (a * (othersTotal + priorTotal - b)) / ((ownTotal + priorTotal - a) * b)
    const z = Math.log(odds) / Math.sqrt(1 / a + 1 / b)
    into[g] = z > limit ? limit : Math.max(z, -limit)
  }
}

function cosines(profiles: Float64Array, n: number): Float64Array {
  const size = profiles.length / n
  const rows = Array.from({ length: n }, (_, i) => profiles.subarray(i * size, (i + 1) * size))
  const norms = rows.map((row) => Math.sqrt(dot(row, row)))
  const into = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const norm = (norms[i] as number) * (norms[j] as number)
      const cosine = norm > 0 ? dot(rows[i] as Float64Array, rows[j] as Float64Array) / norm : 0
      into[i * n + j] = cosine
      into[j * n + i] = cosine
    }
  }
  return into
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let g = 0; g < a.length; g++) total += (a[g] as number) * (b[g] as number)
  return total
}

function sum(values: Float64Array): number {
  let total = 0
  for (let g = 0; g < values.length; g++) total += values[g] as number
  return total
}
