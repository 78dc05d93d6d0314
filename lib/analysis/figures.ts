/** Measured figures in words: three significant digits, a real minus sign, and never a zero for "not measured". */

import { formatFigure } from '@/lib/platform/format-number'

/** "1,230", "0.0321", "−4.5". */
export function figure(value: number, digits = 3): string {
  const text =
    Math.abs(value) >= 1000
      ? Math.round(Math.abs(value)).toLocaleString('en-US')
      : formatFigure(Math.abs(value), digits)
  return value < 0 && text !== '0' ? `−${text}` : text
}

/** The same with its sign always written: "+0.0321". */
export function signed(value: number, digits = 3): string {
  const text = figure(value, digits)
  return text.startsWith('−') || value === 0 ? text : `+${text}`
}
