import { expect, test } from 'vitest'
import { figure, signed } from './figures'

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
