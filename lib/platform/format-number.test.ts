import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDuration,
  formatFigure,
  formatShare,
  shortHash,
} from './format-number'

describe('numbers as the product writes them', () => {
  test('counts have thousands separators and their noun in the right number', () => {
    expect(formatCount(1204551)).toBe('1,204,551')
    expect(formatAmount(1, 'row')).toBe('1 row')
    expect(formatAmount(2400, 'row')).toBe('2,400 rows')
    expect(formatAmount(0, 'entry', 'entries')).toBe('0 entries')
  })

  test('bytes keep three digits and never show 1000 of a unit', () => {
    expect(formatBytes(0)).toBe('0 bytes')
    expect(formatBytes(1)).toBe('1 byte')
    expect(formatBytes(999)).toBe('999 bytes')
    expect(formatBytes(1000)).toBe('1 kB')
    expect(formatBytes(742_113_002)).toBe('742 MB')
    expect(formatBytes(999_600)).toBe('1 MB')
    expect(formatBytes(1_430_000_000)).toBe('1.43 GB')
  })

  test('durations show their two largest units', () => {
    expect(formatDuration(0.2)).toBe('under 1 s')
    expect(formatDuration(59.6)).toBe('1 min')
    expect(formatDuration(200)).toBe('3 min 20 s')
    expect(formatDuration(7500)).toBe('2 h 5 min')
    expect(formatDuration(90000)).toBe('1 d 1 h')
  })

  test('figures, shares and hashes', () => {
    expect(formatFigure(0.03217)).toBe('0.032')
    expect(formatShare(0.034)).toBe('3.4%')
    expect(formatShare(1)).toBe('100%')
    expect(shortHash('9f3ac1d2e4b5a697', 8)).toBe('9f3ac1d2')
  })
})
