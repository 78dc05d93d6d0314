/** The colours of paper: one per tone, ordered in lightness. */
import type { ChartTone } from './mark'

/** Tones on white paper, for the PDF and for downloaded pictures. Ordered in lightness, so that greyscale tells them apart. */
export const paperPalette: Record<ChartTone, string> = {
  ink: '#201d19',
  muted: '#544e46',
  rule: '#cdc7bd',
  focus: '#1e4a7c',
  'focus-soft': '#c9d8e9',
  peers: '#bdb5a8',
  band: '#ece8e1',
  ground: '#ffffff',
  'shade-0': '#f5f3ef',
  'shade-1': '#dfe6ee',
  'shade-2': '#bfd0e2',
  'shade-3': '#8fadce',
  'shade-4': '#5c86b4',
  'shade-5': '#34618f',
  'shade-6': '#173d66',
}
