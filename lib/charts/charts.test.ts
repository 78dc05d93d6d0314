import { describe, expect, test } from 'vitest'
import { chartSvg, tableCsv } from './chart-files'
import { heatGrid, shadeOf } from './heat-grid'
import { binValues, histogram } from './histogram'
import { horizontalBars } from './horizontal-bars'
import { intervalPlot } from './interval-plot'
import type { Chart, Mark } from './mark'
import { timeSeries } from './time-series'
import { timeTickTexts } from './time-ticks'

const words = { title: 'Who stands out?', summary: 'One does.' }
const flat = (marks: Mark[]): Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]))
const of = <Kind extends Mark['kind']>(chart: Chart, kind: Kind) =>
  flat(chart.marks).filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind)

describe('histogram', () => {
  test('bins are equal, and the last takes its upper end', () => {
    expect(binValues([0, 1, 2, 3, 4], 2)).toEqual([
      { from: 0, to: 2, count: 2 },
      { from: 2, to: 4, count: 3 },
    ])
    expect(binValues([], 5)).toEqual([])
    expect(binValues([7, 7], 5)).toEqual([{ from: 7, to: 8, count: 2 }])
  })

  test('bars stand on zero with heights in proportion, and the marked one is in focus', () => {
    const bins = [
      { from: 0, to: 10, count: 4 },
      { from: 10, to: 20, count: 2 },
    ]
    const chart = histogram({
      ...words,
      bins,
      measure: 'requests',
      counted: 'accounts',
      marker: { value: 12, label: 'acct-7' },
    })
    const [first, second] = of(chart, 'rect')
    // Four of at most four fill the 152 points between baseline 182 and top 30.
    expect(first).toMatchObject({ y: 30, height: 152, tone: 'peers' })
    expect(second).toMatchObject({ y: 106, height: 76, tone: 'focus' })
    expect(of(chart, 'text').map((mark) => mark.text)).toContain('acct-7')
  })
})

describe('interval plot', () => {
  const rows = [
    { label: 'Suspect', value: 2, low: 1, high: 3, focus: true },
    { label: 'Control', value: null, low: null, high: null, note: 'fewer than 50 shared prompts' },
  ]
  test('an interval and its band share one axis; what was not measured says why', () => {
    const chart = intervalPlot({
      ...words,
      rows,
      measure: 'z',
      interval: '95%',
      band: { low: 0, high: 4, label: 'controls' },
    })
    const band = of(chart, 'rect')[0]
    const line = of(chart, 'line').find((mark) => mark.width === 3)
    if (!band || !line) throw new Error('the band and the interval are drawn')
    // 1 to 3 is the middle half of 0 to 4.
    expect(line.x1 - band.x).toBeCloseTo(band.width / 4)
    expect(line.x2 - band.x).toBeCloseTo((band.width * 3) / 4)
    expect(of(chart, 'circle')).toHaveLength(1)
    expect(of(chart, 'text').map((mark) => mark.text)).toContain('fewer than 50 shared prompts')
    expect(chart.table.rows[1]).toEqual(['Control', null, null, null])
  })
})

describe('time', () => {
  const hour = 3_600_000
  const start = Date.UTC(2024, 9, 14)

  test('ticks say the day once and then the hours, or the year once and then the days', () => {
    expect(timeTickTexts([0, 6, 12].map((at) => new Date(start + at * hour)))).toEqual(['14 Oct', '06:00', '12:00'])
    expect(timeTickTexts([0, 24].map((at) => new Date(start + at * hour)))).toEqual(['14 Oct 2024', '15 Oct'])
  })

  test('a series stands on zero, is named at its end, and is a row per point in the table', () => {
    const points = [0, 1, 2].map((at) => ({ at: start + at * hour, value: at }))
    const chart = timeSeries({
      ...words,
      measure: 'requests per hour',
      series: [{ label: 'acct-7', points, focus: true }],
    })
    expect(of(chart, 'path').map((mark) => mark.fill)).toEqual([true, false])
    expect(of(chart, 'text').filter((mark) => mark.text === 'acct-7')).toHaveLength(1)
    expect(chart.table.rows[2]).toEqual(['acct-7', '2024-10-14T02:00:00.000Z', 2])
  })
})

describe('what is missing', () => {
  test('an unmeasured hour parts the line, and small shares still fill the height', () => {
    const points = [0.02, null, 0.04, 0.04].map((value, at) => ({ at: at * 3_600_000, value }))
    const chart = timeSeries({ ...words, measure: 'share', series: [{ label: 'a', points }] })
    const [stroke] = of(chart, 'path')
    expect(stroke?.d.match(/M/g)).toHaveLength(2)
    expect(stroke?.d).toContain(',28')
    // Each span has a width: the first hour is drawn to the start of the gap.
    expect(stroke?.d).toMatch(/^M[\d.]+,103L\d+(\.\d+)?,103/)
  })

  test('nothing at all is an empty chart, not a fault', () => {
    expect(of(timeSeries({ ...words, measure: 'n', series: [] }), 'path')).toEqual([])
    expect(of(histogram({ ...words, bins: [], measure: 'n', counted: 'x' }), 'rect')).toEqual([])
    expect(horizontalBars({ ...words, bars: [], measure: 'n', named: 'x' }).table.rows).toEqual([])
    const empty = intervalPlot({ ...words, rows: [], measure: 'n', interval: '95%' })
    expect(JSON.stringify(empty.marks)).not.toContain('null')
  })
})

describe('heat and bars', () => {
  test('nothing is shade 0, the most is shade 6, anything is at least 1', () => {
    expect([0, 1, 50, 100].map((value) => shadeOf(value, 100))).toEqual(['shade-0', 'shade-1', 'shade-3', 'shade-6'])
  })

  test('a week has 168 cells, and the unmeasured one is not a zero', () => {
    const cells = Array.from({ length: 7 }, () => Array.from({ length: 24 }, (): number | null => 1))
    cells[2] = [null]
    const chart = heatGrid({ ...words, cells, measure: 'requests' })
    const about = chart.marks.map((mark) => ('about' in mark ? mark.about : ''))
    expect(about.filter(Boolean)).toHaveLength(168)
    expect(about).toContain('Wed 00:00, not measured')
  })

  test('bars start at zero and are in proportion', () => {
    const bars = [
      { label: 'a', value: 10, focus: true },
      { label: 'b', value: 5 },
    ]
    const [a, b] = of(horizontalBars({ ...words, bars, measure: 'requests', named: 'account' }), 'rect')
    expect(a?.x).toBe(b?.x)
    expect((a?.width ?? 0) / (b?.width ?? 1)).toBeCloseTo(2)
  })
})

describe('files', () => {
  const chart = horizontalBars({
    ...words,
    title: 'A < B & "C"?',
    bars: [{ label: '=1+1', value: 1 }],
    measure: 'n',
    named: 'x',
  })

  test('the picture escapes what users wrote', () => {
    expect(chartSvg(chart)).toContain('A &lt; B &amp; &quot;C&quot;?')
  })

  test('the table neutralises formulas, quotes commas and leaves null empty', () => {
    expect(tableCsv(chart.table)).toBe("x,n\r\n'=1+1,1\r\n")
    expect(tableCsv({ columns: ['a,b'], rows: [[null], ['"']] })).toBe('"a,b"\r\n\r\n""""\r\n')
  })
})
