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

type Scratch = Record<'counts' | 'profiles' | 'background' | 'mean', Float64Array> & { against: Against }

function scratchFor({ n, size }: PooledGrams): Scratch {
  const [background, mean] = [new Float64Array(size), new Float64Array(size)]
  const [counts, profiles] = [new Float64Array(n * size), new Float64Array(n * size)]
  return { counts, profiles, background, mean, against: new Against(size) }
}

function fillProfiles(
  pooled: PooledGrams,
  controls: readonly number[],
  { counts, profiles, background, mean, against }: Scratch,
  weights?: Int32Array,
): Float64Array {
  const { n, size } = pooled
  countByModel(pooled, weights, counts)
  const rowOf = (values: Float64Array, i: number) => values.subarray(i * size, (i + 1) * size)
  background.fill(0)
  for (const control of controls) addRow(background, counts, control * size, 1)
  const ownBackground = (i: number) => controls.length > 1 && controls.includes(i)
  against.read(background)
  for (let i = 0; i < n; i++) if (!ownBackground(i)) against.logOdds(rowOf(counts, i), rowOf(profiles, i))
  for (const control of controls.filter(ownBackground)) {
    against.read(background, rowOf(counts, control))
    against.logOdds(rowOf(counts, control), rowOf(profiles, control))
  }
  mean.fill(0)
  for (const control of controls) addRow(mean, profiles, control * size, 1 / controls.length)
  for (let i = 0; i < n; i++) takeOff(rowOf(profiles, i), mean)
  return profiles
}

/** What a model's counts are read against: the others' counts and the prior that they give, read once for many models. */
class Against {
  private readonly prior: Float64Array
  private readonly withPrior: Float64Array
  /** Odds of anything but the gram among the others. */
  private readonly oddsOfRest: Float64Array

  constructor(size: number) {
    this.prior = new Float64Array(size)
    this.withPrior = new Float64Array(size)
    this.oddsOfRest = new Float64Array(size)
  }

  /** The others are `counts`, less `own` where a model is among them. */
  read(counts: Float64Array, own?: Float64Array): void {
    const { prior, withPrior, oddsOfRest } = this
    const total = sum(counts) - (own ? sum(own) : 0)
    const scale = priorTotal / (total + counts.length / 2)
    for (let g = 0; g < counts.length; g++) {
      const count = (counts[g] as number) - (own ? (own[g] as number) : 0)
      const expected = (count + 0.5) * scale
      const b = count + expected
      prior[g] = expected
      withPrior[g] = b
      oddsOfRest[g] = (total + priorTotal - b) / b
    }
  }

  /** z of the log-odds of each gram in `own`, clipped. The variance is 1/a + 1/b. */
  logOdds(own: Float64Array, into: Float64Array): void {
    const { prior, withPrior, oddsOfRest } = this
    const total = sum(own) + priorTotal
    for (let g = 0; g < own.length; g++) {
      const a = (own[g] as number) + (prior[g] as number)
      const b = withPrior[g] as number
      const z = Math.log((a * (oddsOfRest[g] as number)) / (total - a)) * Math.sqrt((a * b) / (a + b))
      into[g] = z > limit ? limit : Math.max(z, -limit)
    }
  }
}

function takeOff(from: Float64Array, mean: Float64Array): void {
  for (let g = 0; g < mean.length; g++) from[g] = (from[g] as number) - (mean[g] as number)
}

function addRow(into: Float64Array, from: Float64Array, start: number, times: number): void {
  for (let g = 0; g < into.length; g++) into[g] = (into[g] as number) + times * (from[start + g] as number)
}

function cosines(profiles: Float64Array, n: number): Float64Array {
  const products = products4(profiles, n)
  const norms = Array.from({ length: n }, (_, i) => Math.sqrt(products[i * n + i] as number))
  return products.map((product, cell) => {
    const norm = (norms[Math.floor(cell / n)] as number) * (norms[cell % n] as number)
    return norm > 0 ? product / norm : 0
  })
}

/** The n × n inner products of the rows. Four rows are multiplied at a time: the four sums do not wait for each other. */
function products4(rows: Float64Array, n: number): Float64Array {
  const size = rows.length / n
  const into = new Float64Array(n * n)
  const four = new Float64Array(4)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j += 4) {
      multiplyFour(rows, { of: i * size, by: j * size, size, last: (n - 1) * size }, four)
      for (let k = 0; k < 4 && j + k < n; k++) {
        into[i * n + j + k] = four[k] as number
        into[(j + k) * n + i] = four[k] as number
      }
    }
  }
  return into
}

type FourRows = { of: number; by: number; size: number; last: number }

function multiplyFour(rows: Float64Array, { of, by, size, last }: FourRows, into: Float64Array): void {
  const [second, third, fourth] = [1, 2, 3].map((k) => Math.min(by + k * size, last)) as [number, number, number]
  let [p, q, r, s] = [0, 0, 0, 0]
  for (let g = 0; g < size; g++) {
    const value = rows[of + g] as number
    p += value * (rows[by + g] as number)
    q += value * (rows[second + g] as number)
    r += value * (rows[third + g] as number)
    s += value * (rows[fourth + g] as number)
  }
  into.set([p, q, r, s])
}

function sum(values: Float64Array): number {
  let total = 0
  for (let g = 0; g < values.length; g++) total += values[g] as number
  return total
}
