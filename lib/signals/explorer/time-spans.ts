/** Spans of time that follow the row groups of a log in the order of time, few of them first: every row is in one of them. */

/** Half-open, in milliseconds since 1970; null is without end. */
export type Span = { low: number | null; high: number | null }

/** From `start` on: the rest of its row group and the next, then eight times as many each time. `marks` says where groups begin. */
export function* spansAfter(marks: number[], start: number): Generator<Span> {
  let group = groupOf(marks, start)
  let low = start > (marks[0] ?? 0) ? start : null
  for (let width = 2; group < marks.length; width *= 8) {
    group += width
    const high = marks[group] ?? null
    yield { low, high }
    low = high
  }
}

/** As `spansAfter`, from `start` down, which is included. */
export function* spansBefore(marks: number[], start: number): Generator<Span> {
  let group = groupOf(marks, start) - 1
  let high = Number.isFinite(start) ? start + 1 : null
  for (let width = 16; ; width *= 8) {
    const low = group > 0 ? (marks[group] ?? null) : null
    yield { low, high }
    if (low === null) return
    high = low
    group -= width
  }
}

/** The last row group that begins at or before `time`. */
const groupOf = (marks: number[], time: number) =>
  Math.max(
    0,
    marks.findLastIndex((mark) => mark <= time),
  )
