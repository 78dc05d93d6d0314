import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansAfter, spansBefore } from './time-spans'

const logs = fc.record({
  times: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 200 }),
  rows: fc.integer({ min: 1, max: 20 }),
  start: fc.oneof(fc.integer({ min: -10, max: 310 }), fc.constant(Number.POSITIVE_INFINITY)),
})

/** The first time of each group of a sorted log. */
const marksOf = (sorted: number[], rows: number) => sorted.filter((_, place) => place % rows === 0)

const inside = (time: number, { low, high }: { low: number | null; high: number | null }) =>
  (low === null || time >= low) && (high === null || time < high)

describe('spans of time', () => {
  it('from a start on hold every later row once, in order', () => {
    fc.assert(
      fc.property(logs, ({ times, rows, start: drawn }) => {
        const start = Number.isFinite(drawn) ? drawn : Number.NEGATIVE_INFINITY
        const sorted = [...times].sort((a, b) => a - b)
        const spans = [...spansAfter(marksOf(sorted, rows), start)]
        const read = spans.flatMap((span) => sorted.filter((time) => inside(time, span)))
        expect(read.filter((time) => time >= start)).toEqual(sorted.filter((time) => time >= start))
      }),
    )
  })

  it('from a start down hold every earlier row once, latest span first', () => {
    fc.assert(
      fc.property(logs, ({ times, rows, start }) => {
        const sorted = [...times].sort((a, b) => a - b)
        const spans = [...spansBefore(marksOf(sorted, rows), start)]
        const read = spans.flatMap((span) => sorted.filter((time) => inside(time, span)).reverse())
        expect(read).toEqual(sorted.filter((time) => time <= start).reverse())
      }),
    )
  })

  it('begin with little: a page of a log of a thousand groups reads two of them', () => {
    const marks = Array.from({ length: 1_000 }, (_, group) => group * 10)
    expect(spansAfter(marks, Number.NEGATIVE_INFINITY).next().value).toEqual({ low: null, high: 20 })
    expect(spansBefore(marks, Number.POSITIVE_INFINITY).next().value).toEqual({ low: 9_980, high: null })
    expect([...spansAfter(marks, 0)]).toHaveLength(4)
  })
})
