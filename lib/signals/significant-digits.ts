/** Reported numbers carry twelve significant digits, so that the order of floating-point sums cannot show. */

/** `value` rounded to 12 significant digits; negative zero becomes zero. */
export function significant(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12)) + 0
}

/** A copy of plain JSON data with every number rounded to 12 significant digits. */
export function withSignificantDigits<T>(data: T): T {
  if (typeof data === 'number') return (Number.isFinite(data) ? significant(data) : null) as T
  if (Array.isArray(data)) return data.map(withSignificantDigits) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withSignificantDigits(value)])) as T
}
