/** Reported numbers carry twelve significant digits, so that the order of floating-point sums cannot show. */

/** `value` rounded to 12 significant digits; negative zero becomes zero. */
export function significant(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12)) + 0
}

/** Rounds every number in plain JSON data to 12 significant digits where it stands, and gives the same data back; what is no number of JSON becomes null. */
export function roundNumbers<T extends object>(data: T): T {
  const fields = data as Record<string, unknown>
  for (const name in fields) {
    const value = fields[name]
    if (typeof value === 'number') fields[name] = Number.isFinite(value) ? significant(value) : null
    else if (typeof value === 'object' && value !== null) roundNumbers(value)
  }
  return data
}
