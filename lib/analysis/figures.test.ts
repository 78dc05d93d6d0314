import { expect, test } from 'vitest'
import { alignedFigure, figure, shortened, signed } from './figures'

test('figures have three digits, a real minus sign, and no rows of zeros', () => {
  expect([1234.5, 0.032149, -4.5, 0, 1e-4, 4.27e-20, -3e-7].map((value) => figure(value))).toEqual([
    '1,235',
    '0.0321',
    '−4.5',
    '0',
    '0.0001',
    '4.27 × 10⁻²⁰',
    '−3 × 10⁻⁷',
  ])
  expect([0.5, -0.5, 0].map((value) => signed(value))).toEqual(['+0.5', '−0.5', '0'])
})

test('figures of a column have the decimals of its largest', () => {
  expect([0.0123, -0.00004, -0.002, 0].map((value) => alignedFigure(value, 0.0123))).toEqual([
    '+0.012',
    '0.000',
    '−0.002',
    '0.000',
  ])
  expect([3.34, -12].map((value) => alignedFigure(value, 12))).toEqual(['+3', '−12'])
  expect(alignedFigure(null, 1)).toBe('–')
})

test('a text is cut after a whole word, and says that it goes on', () => {
  expect(shortened('One  line\nof words', 90)).toBe('One line of words')
  expect(shortened('A list of common phrases for the section', 20)).toBe('A list of common…')
  expect(shortened('x'.repeat(30), 20)).toBe(`${'x'.repeat(20)}…`)
})
