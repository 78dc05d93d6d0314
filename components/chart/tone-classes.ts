/** The tones of charts as classes of the theme, light and dark. */
import type { ChartTone } from '@/lib/charts/mark'

/** Fill of a tone. */
export const fills: Record<ChartTone, string> = {
  ink: 'fill-ink',
  muted: 'fill-ink-2',
  rule: 'fill-line-2',
  focus: 'fill-accent',
  'focus-soft': 'fill-chart-soft',
  peers: 'fill-chart-peers',
  band: 'fill-chart-band',
  ground: 'fill-paper',
  'shade-0': 'fill-shade-0',
  'shade-1': 'fill-shade-1',
  'shade-2': 'fill-shade-2',
  'shade-3': 'fill-shade-3',
  'shade-4': 'fill-shade-4',
  'shade-5': 'fill-shade-5',
  'shade-6': 'fill-shade-6',
}

const strokes: Partial<Record<ChartTone, string>> = {
  ink: 'stroke-ink',
  muted: 'stroke-ink-2',
  rule: 'stroke-line-2',
  focus: 'stroke-accent',
  peers: 'stroke-chart-peers',
}

/** Stroke of a tone; what is never a line is drawn in ink. */
export function strokeOf(tone: ChartTone): string {
  return strokes[tone] ?? 'stroke-ink'
}
