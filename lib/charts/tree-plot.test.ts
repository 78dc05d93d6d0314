import { describe, expect, it } from 'vitest'
import { matrixHeat, pairAt } from './matrix-heat'
import { treePlot } from './tree-plot'

describe('a matrix of all pairs', () => {
  const n = 200
  const labels = Array.from({ length: n }, (_, i) => ({ name: `model ${i}`, focus: i === 0 }))
  const values = Array.from({ length: (n * (n - 1)) / 2 }, (_, at) => (at % 17) / 10)

  it('is a few marks however many models there are, and its table is complete', () => {
    const chart = matrixHeat({ title: 'Who is like whom?', summary: '', labels, values, measure: 'widths' })
    expect(chart.marks.length).toBeLessThan(30)
    expect(chart.table.rows).toHaveLength(n)
    expect(chart.table.rows[3]?.[6]).toBe(values[pairAt(3, 5, n)])
    expect(chart.table.rows[5]?.[4]).toBe(values[pairAt(3, 5, n)])
    expect(chart.table.rows[5]?.[6]).toBeNull()
  })

  it('writes the marked names in full size and apart, however close their rows are', () => {
    const marked = labels.map(({ name }, i) => ({ name, focus: i === 0 || i === 1 || i === 3 || i > n - 3 }))
    const chart = matrixHeat({ title: '', summary: '', labels: marked, values, measure: 'widths' })
    const names = chart.marks.flatMap((mark) => (mark.kind === 'text' && mark.text.startsWith('model') ? [mark] : []))
    expect(names.map(({ text }) => text)).toEqual(['model 0', 'model 1', 'model 3', 'model 198', 'model 199'])
    for (const [k, { y, size }] of names.entries())
      if (k > 0) expect(y - (names[k - 1]?.y ?? 0)).toBeGreaterThanOrEqual(size)
    expect(names.every(({ y, size }) => y - size >= -2 && y <= chart.height)).toBe(true)
  })
})

describe('a tree', () => {
  const nodes = [
    { label: 'a', parent: 3, length: 1, support: null },
    { label: 'b', parent: 3, length: 1, support: null },
    { label: 'c', parent: 4, length: 2, support: null },
    { label: null, parent: 4, length: 1, support: 0.9 },
    { label: null, parent: null, length: 0, support: null },
  ]

  it('says each branch in words, with how steady it is', () => {
    const chart = treePlot({ title: 'Who belongs with whom?', summary: '', nodes, order: [0, 1, 2] })
    expect(chart.table.rows).toEqual([['a, b', 0.9, 1]])
    expect(chart.marks.some((mark) => mark.kind === 'text' && mark.text === '90%')).toBe(true)
  })

  it('draws the ends of as long ways at the same place', () => {
    const { marks } = treePlot({ title: '', summary: '', nodes, order: [0, 1, 2] })
    const ends = marks.flatMap((mark) => (mark.kind === 'text' && /^[abc]$/.test(mark.text) ? [mark.x] : []))
    expect(new Set(ends.map(Math.round)).size).toBe(1)
  })
})
