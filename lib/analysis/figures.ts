/** Measured figures in words: three significant digits, a real minus sign, and never a zero for "not measured". */

import { formatFigure } from '@/lib/platform/format-number'

/** "1,230", "0.0321", "−4.5", and "4.3 × 10⁻²⁰" below one ten-thousandth. */
export function figure(value: number, digits = 3): string {
  const text = unsigned(Math.abs(value), digits)
  return value < 0 && text !== '0' ? `−${text}` : text
}

/** The same with its sign always written: "+0.0321". */
export function signed(value: number, digits = 3): string {
  const text = figure(value, digits)
  return text.startsWith('−') || value === 0 ? text : `+${text}`
}

/** A figure of a column whose largest is `most`, all with the same decimals: two digits of the largest. Null is "–". */
export function alignedFigure(value: number | null, most: number): string {
  if (value === null) return '–'
  const decimals = most > 0 ? Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(most)))) : 0
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return text
  return `${value < 0 ? '−' : '+'}${text}`
}

/** A text cut after a whole word of its first `most` characters, with an ellipsis where it goes on; as one line. */
export function shortened(text: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const end = line.lastIndexOf(' ', most)
  return `${line.slice(0, end < most / 2 ? most : end)}…`
}

function unsigned(value: number, digits: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US')
  if (value === 0 || value >= 1e-4) return formatFigure(value, digits)
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  return `${Number(mantissa)} × 10${[...exponent].map((sign) => superscripts[sign] ?? '').join('')}`
}

const superscripts: Record<string, string> = {
  ...{ '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴' },
  ...{ '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' },
}
