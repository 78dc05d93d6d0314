import type { ReactNode } from 'react'

/** One column of a table over rows of type Row. Definitions are static: they stand beside the page, not inside it. */
export type Column<Row> = {
  key: string
  label: string
  /** What the column holds, opened from its head; of a column that does not sort. */
  hint?: string
  cell: (row: Row) => ReactNode
  /** The name to sort by in `?sort=`; without it the column does not sort. */
  sort?: string
  /** Numbers stand at the end, in tabular figures. */
  align?: 'start' | 'end'
  /** A Tailwind width class such as `w-40`, or `min-w-48` for one that must not be squeezed. */
  width?: string
  /** Holds what people named: a word of any length is broken rather than widens the table. Give it a `width` too. */
  named?: boolean
  /** Carries the row's link and heads the row when it becomes a list entry. The first column when none says so. */
  lead?: boolean
  /** Takes a whole line of the list entry instead of half of one. */
  listWide?: boolean
  /** Shown only where there is plenty of room (a table of 72 rem or more, as on a screen of 1440): the first to go on a smaller screen. */
  wideOnly?: boolean
  /** A long label may take several lines. */
  wrapHead?: boolean
  /** Keeps the label for readers only (for a column of buttons). */
  hideLabel?: boolean
}
