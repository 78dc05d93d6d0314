import { describe, expect, it } from 'vitest'
import { spanChart } from './span-chart'

const day = 86_400_000

describe('a chart of spans', () => {
  const chart = spanChart({
    title: 'When?',
    summary: 'Then.',
    now: 100 * day,
    width: 600,
    rows: [
      { label: 'Traffic', spans: [{ from: 90 * day, until: 95 * day, about: 'a log' }], focus: true },
      { label: 'Terms', spans: [{ from: 0, until: null, about: 'in force' }] },
      { label: 'Steps', spans: [{ from: 99 * day, until: 99 * day, about: 'filed' }] },
    ],
  })
  const drawn = chart.marks.flatMap((mark) => (mark.kind === 'group' ? mark.marks : []))

  it('shows the time of what it is about, and lets open and earlier spans run to its edges', () => {
    const bars = drawn.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
    const [traffic, terms] = bars
    expect(bars).toHaveLength(2)
    expect(terms?.x).toBeLessThan(traffic?.x ?? 0)
    expect((terms?.x ?? 0) + (terms?.width ?? 0)).toBe(592)
  })

  it('draws a moment as a point', () => {
    expect(drawn.filter(({ kind }) => kind === 'circle')).toHaveLength(1)
  })

  it('has every span in its table, open ends as null', () => {
    expect(chart.table.rows).toHaveLength(3)
    expect(chart.table.rows[1]).toEqual(['Terms', 'in force', '1970-01-01T00:00:00.000Z', null])
  })
})
