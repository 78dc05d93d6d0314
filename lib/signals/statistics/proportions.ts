/** Uncertainty of counted things: intervals of a share, and tails of counts. */

const z95 = 1.959963984540054

/** 95 % score interval of `hits` in `n` trials (Wilson 1927); [0, 1] for no trials. */
export function wilsonInterval(hits: number, n: number): [number, number] {
  if (n === 0) return [0, 1]
  const share = hits / n
  const square = (z95 * z95) / n
  const centre = share + square / 2
  const half = z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n))
  return [Math.max(0, (centre - half) / (1 + square)), Math.min(1, (centre + half) / (1 + square))]
}

/** P(X ≥ hits) for X binomial(n, rate), summed upwards from `hits` until terms no longer count. */
export function binomialTail(hits: number, n: number, rate: number): number {
  if (hits <= 0) return 1
  if (rate <= 0) return 0
  if (rate >= 1) return 1
  let logTerm = logChoose(n, hits) + hits * Math.log(rate) + (n - hits) * Math.log1p(-rate)
  let sum = 0
  for (let k = hits; k <= n; k++) {
    const term = Math.exp(logTerm)
    sum += term
    if (k > n * rate && term < sum * 1e-17) break
    logTerm += Math.log(((n - k) / (k + 1)) * (rate / (1 - rate)))
  }
  return Math.min(1, sum)
}

/** P(X ≥ hits) for X Poisson with mean `rate`, summed upwards from `hits` until terms no longer count. */
export function poissonTail(hits: number, rate: number): number {
  if (hits <= 0) return 1
  if (rate <= 0) return 0
  let term = Math.exp(hits * Math.log(rate) - rate - logFactorial(hits))
  let sum = 0
  for (let k = hits; term > 0; k++) {
    sum += term
    if (k > rate && term < sum * 1e-17) break
    term *= rate / (k + 1)
  }
  return Math.min(1, sum)
}

/** ln of the binomial coefficient n over k, for whole numbers 0 ≤ k ≤ n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const smallLogFactorials = new Float64Array(256)
for (let n = 2; n < 256; n++) smallLogFactorials[n] = (smallLogFactorials[n - 1] ?? 0) + Math.log(n)

/** ln n!, exact by summation to 256, then by Stirling's series (error below 1e-15 relative). */
function logFactorial(n: number): number {
  if (n < 256) return smallLogFactorials[n] ?? 0
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3)
}
