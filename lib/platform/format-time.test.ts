import { describe, expect, test } from 'vitest'
import { formatAge, formatDate, formatExactUtc, formatMoment, formatSecond } from './format-time'

const moment = new Date('2024-09-14T18:45:07.120Z')

describe('moments as the product writes them', () => {
  test('a moment is written in the zone asked for', () => {
    expect(formatMoment(moment, 'UTC')).toBe('14 Sep 2024, 18:45')
    expect(formatMoment(moment, 'Asia/Kathmandu')).toBe('15 Sep 2024, 00:30')
    expect(formatDate(moment, 'Asia/Kathmandu')).toBe('15 Sep 2024')
    expect(formatSecond(moment, 'Asia/Kathmandu')).toBe('15 Sep 2024, 00:30:07')
  })

  test('midnight is 00:00', () => {
    expect(formatMoment(new Date('2024-10-01T00:00:00Z'), 'UTC')).toBe('1 Oct 2024, 00:00')
  })

  test('the exact moment is in UTC to the millisecond', () => {
    expect(formatExactUtc(moment)).toBe('2024-09-14 18:45:07.120 UTC')
  })

  test('an age names its largest unit', () => {
    const after = (minutes: number) => formatAge(moment, new Date(moment.getTime() + minutes * 60000))
    expect(after(-5)).toBe('under 1 min')
    expect(after(59)).toBe('59 min')
    expect(after(60)).toBe('1 h')
    expect(after(1440)).toBe('1 day')
    expect(after(4500)).toBe('3 days')
  })
})
