/** The interval of a share from counts that does not leave 0 to 1 and is honest for small shares. */

/** 95 % score interval of a binomial share; [0, 1] when nothing was counted. Source: Wilson 1927. */
export function wilsonInterval(count: number, total: number): [number, number] {
  if (total === 0) return [0, 1]
  const z = 1.959963984540054
  const share = count / total
  const middle = (share + (z * z) / (2 * total)) / (1 + (z * z) / total)
  const half = (z / (1 + (z * z) / total)) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
