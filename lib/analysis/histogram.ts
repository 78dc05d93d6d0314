/** Counts of values in even bins, for a picture of where one account stands. */

export type Bin = { from: number; to: number; count: number }

const bins = 30

/**
 * At most 30 bins from the least to the greatest value. Even in the logarithm when all values are positive and the greatest
 * is more than a hundred times the median, since ordinary accounts would else share one bin.
 */
export function histogram(values: readonly number[]): { bins: Bin[]; logarithmic: boolean } {
  const sorted = Float64Array.from(values).sort()
  const least = sorted[0]
  const greatest = sorted.at(-1)
  if (least === undefined || greatest === undefined) return { bins: [], logarithmic: false }
  if (least === greatest) return { bins: [{ from: least, to: greatest, count: sorted.length }], logarithmic: false }
  const middle = sorted[sorted.length >> 1] as number
  const logarithmic = least > 0 && greatest > 100 * middle
  const scale = logarithmic ? Math.log : (value: number) => value
  const unscale = logarithmic ? Math.exp : (value: number) => value
  const low = scale(least)
  const width = (scale(greatest) - low) / bins
  const counts = new Array<number>(bins).fill(0)
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor((scale(value) - low) / width))
    counts[bin] = (counts[bin] as number) + 1
  }
  const edge = (i: number) => (i === 0 ? least : i === bins ? greatest : unscale(low + i * width))
  return { bins: counts.map((count, i) => ({ from: edge(i), to: edge(i + 1), count })), logarithmic }
}
