/** Scores are read against controls alone: what a pair shares beyond what each shares with the controls. */

/** D(a, b) of two models by their places; null when no control remains. */
export type Centred = (a: number, b: number) => number | null

/**
 * D(a,b) = S(a,b) − mean over controls of S(a,c) − mean over controls of S(c,b) + mean over control pairs of S(c,c′),
 * where a and b are never their own controls. `matrix` is n × n row-major and symmetric. Null when no control remains.
 * With one there is no control pair and that term is left out: one shift for all scores against the same control. Linear in S, so that the mean of D over prompts is the D of the
 * mean. Sums over the controls are formed once, so that a pair costs no more where there are hundreds of models. Source:
 * double centring on a reference population, docs/decisions/040.
 */
export function centredOn(controls: readonly number[], matrix: Float64Array, n: number): Centred {
  const isControl = new Set(controls)
  const withControls = new Float64Array(n).fill(Number.NaN)
  const cell = (a: number, b: number) => matrix[a * n + b] as number
  /** Sum of S(a,c) over the controls other than a. */
  const sumOf = (a: number): number => {
    const known = withControls[a] as number
    if (!Number.isNaN(known)) return known
    let sum = 0
    for (const control of controls) if (control !== a) sum += cell(a, control)
    withControls[a] = sum
    return sum
  }
  let twiceAmong: number | null = null
  return (a, b) => {
    twiceAmong ??= controls.reduce((sum, control) => sum + sumOf(control), 0)
    const own = Number(isControl.has(a))
    const others = a === b ? 0 : Number(isControl.has(b))
    const m = controls.length - own - others
    if (m <= 0) return null
    const shared = cell(a, b)
    const withA = sumOf(a) - others * shared
    const withB = a === b ? withA : sumOf(b) - own * shared
    const twicePairs = twiceAmong - 2 * own * sumOf(a) - 2 * others * sumOf(b) + 2 * own * others * shared
    return shared - withA / m - withB / m + (m > 1 ? twicePairs / (m * (m - 1)) : 0)
  }
}
