/** The few ways in which text is set: sizes and leading in points, colours of ink on white. */

import type { Face } from './faces'

export type TextStyle = { face: Face; size: number; leading: number; colour: string }

export const inks = {
  ink: '#201d19',
  muted: '#544e46',
  rule: '#cdc7bd',
  accent: '#1e4a7c',
  watermark: '#f4f2ee',
} as const

const of = (face: Face, size: number, leading: number, colour: string = inks.ink): TextStyle => ({
  ...{ face, size, leading, colour },
})

export const styles = {
  title: of('serif-bold', 23, 28),
  heading: of('serif-bold', 15, 20),
  subheading: of('serif-bold', 11.5, 16),
  body: of('serif', 10.5, 15.2),
  bodyBold: of('serif-bold', 10.5, 15.2),
  quote: of('serif-italic', 10.5, 15.2),
  small: of('serif', 9, 12.6),
  label: of('sans-bold', 8, 11.5, inks.muted),
  cell: of('sans', 8.6, 11.8),
  cellBold: of('sans-bold', 8.6, 11.8),
  cellMuted: of('sans', 8.6, 11.8, inks.muted),
  mono: of('mono', 7.4, 11.5),
  monoBody: of('mono', 8.8, 15.2),
  monoTiny: of('mono', 6.4, 9.4),
} satisfies Record<string, TextStyle>

export type Span = { text: string; style: TextStyle /** Never broken at a space. */; together?: boolean }

/** A span of text, the shortest way to write one. */
export const span = (text: string, style: TextStyle = styles.body): Span => ({ text, style })
