/** Scores are read against controls alone: what a pair shares beyond what each shares with the controls. */

/** A pair of models and the controls to read it against, as places in the matrix. */
export type Pair = { a: number; b: number; controls: readonly number[] }

/**
 * D(a,b) = S(a,b) − mean over controls of S(a,c) − mean over controls of S(c,b) + mean over control pairs of S(c,c′),
 * where a and b are never their own controls. `matrix` is n × n row-major and symmetric. Null when no control remains.
 * With one there is no control pair and that term is left out: one shift for all scores against the same control. Linear in S, so that the mean of D over prompts is the D of the
 * mean. Source: double centring on a reference population, docs/decisions/040.
 */
export function centredScore(matrix: Float64Array, n: number, { a, b, controls }: Pair): number | null {
  const panel = controls.filter((control) => control !== a && control !== b)
  const m = panel.length
  if (m === 0) return null
  let withA = 0
  let withB = 0
  let among = 0
  for (let i = 0; i < m; i++) {
    const c = panel[i] as number
    withA += matrix[a * n + c] as number
    withB += matrix[b * n + c] as number
    for (let j = i + 1; j < m; j++) among += matrix[c * n + (panel[j] as number)] as number
  }
  const ofPairs = m > 1 ? (2 * among) / (m * (m - 1)) : 0
  return (matrix[a * n + b] as number) - withA / m - withB / m + ofPairs
}
