/** p-values by drawing from a null, stopped early where the answer is plainly ordinary. */

/** The smallest p-value that can come out is 1 ÷ (1 + this). */
export const mostDraws = 999

const enoughReached = 20

/**
 * Sequential Monte Carlo p-value (Besag and Clifford 1991): draws until 20 reach the observed value, then p = 20 ÷ draws; otherwise
 * (1 + draws that reach it) ÷ (1 + draws) after 999. `draw` gives a value of the null; values within 1e-9 count as reached,
 * so that a draw which changes nothing does not fall short by a rounding. `mean` is that of the draws made.
 */
export function monteCarlo(observed: number, draw: () => number): { p: number; mean: number } {
  let [sum, reached] = [0, 0]
  for (let made = 1; made <= mostDraws; made++) {
    const drawn = draw()
    sum += drawn
    if (drawn >= observed - 1e-9) reached++
    if (reached === enoughReached) return { p: reached / made, mean: sum / made }
  }
  return { p: (1 + reached) / (1 + mostDraws), mean: sum / mostDraws }
}
