/** Quartiles of ordinary accounts, and keeping a campaign's values between them. */

export interface Quartiles {
  lower: number
  median: number
  upper: number
}

/** Linear interpolation between order statistics; zeros for an empty list. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? 0
    return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? low) - low)
  }
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) }
}

/** The value, moved between the quartiles with a margin that is a share of their distance. */
export function within(value: number, { lower, upper }: Quartiles, margin: number): number {
  const kept = (upper - lower) * margin
  return Math.min(upper - kept, Math.max(lower + kept, value))
}

export const isWithin = (value: number, { lower, upper }: Quartiles) => value >= lower && value <= upper
