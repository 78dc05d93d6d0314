/** Numbers as the product writes them: 1,204,551 · 742 MB · 3 min 20 s. Pure and isomorphic. */
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** A count with thousands separators: 1204551 → "1,204,551". Rounds to a whole number. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** A count and its noun: (1, 'row') → "1 row", (2400, 'row') → "2,400 rows". */
export function formatAmount(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : plural}`
}

/** A measured figure with `digits` significant digits, never in exponent form: 0.03217 → "0.032". */
export function formatFigure(value: number, digits = 2): string {
  return new Intl.NumberFormat('en-US', { maximumSignificantDigits: digits }).format(value)
}

/** A proportion of 0 to 1 in per cent: 0.034 → "3.4%". */
export function formatShare(value: number, fractionDigits = 1): string {
  return `${(value * 100).toFixed(fractionDigits).replace(/\.0+$/, '')}%`
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Bytes in decimal units with three significant digits: 742_113_002 → "742 MB"; below 1000 exact. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let step = 0
  while (step < units.length - 1 && Number(value.toPrecision(3)) >= 1000) {
    value /= 1000
    step += 1
  }
  if (step === 0) return formatAmount(bytes, 'byte')
  return `${Number(value.toPrecision(3))} ${units[step]}`
}

/** A length of time in its two largest units: 200 s → "3 min 20 s"; under a second "under 1 s". */
export function formatDuration(seconds: number): string {
  const total = Math.round(seconds)
  if (total < 1) return 'under 1 s'
  const parts: [number, string][] = [
    [Math.floor(total / 86400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'min'],
    [total % 60, 's'],
  ]
  const first = parts.findIndex(([amount]) => amount > 0)
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ')
}

/** The start of a hash or long id, for the eye only: ('9f3ac1…', 8) → the first 8 characters. */
export function shortHash(hash: string, length = 12): string {
  return hash.length > length ? hash.slice(0, length) : hash
}
