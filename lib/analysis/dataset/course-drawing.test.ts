import { describe, expect, it } from 'vitest'
import { drawCourse } from './course-drawing'

describe('the course of a signal', () => {
  it('counts a day without rows as none, not as a gap', () => {
    const days = [
      { day: '2026-09-01', requests: 4, output_tokens: 0, carrying: 1 },
      { day: '2026-09-03', requests: 6, output_tokens: 0, carrying: 4 },
    ]
    const chart = drawCourse({ signal: 'templates', account: 'acct_1', data: { kind: 'days', days } }, 600)
    expect(chart.summary).toContain('5 requests of 10')
    expect(chart.table.rows.map(([, , value]) => value)).toEqual([4, 0, 6, 1, 0, 4])
  })

  it('lays the week out by day and hour', () => {
    const requests = Array.from({ length: 168 }, (_, hour) => (hour % 24 === 3 ? 2 : 0))
    const chart = drawCourse({ signal: 'rhythm', account: 'acct_1', data: { kind: 'hours-of-week', requests } }, 600)
    expect(chart.summary).toBe('7 of the 168 hours of a week have requests.')
  })

  it('draws an account without dated rows as an empty chart', () => {
    expect(() =>
      drawCourse({ signal: 'volume', account: 'acct_1', data: { kind: 'days', days: [] } }, 600),
    ).not.toThrow()
  })
})
