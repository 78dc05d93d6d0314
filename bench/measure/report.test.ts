import { expect, it } from 'vitest'
import { type Figure, keeps, tableOf } from './report'

const figure = (value: Figure['value'], rest: Partial<Figure> = {}): Figure => ({
  part: 'logs',
  what: 'ingest',
  value,
  unit: '×',
  ...rest,
})

it('says whether a figure keeps its limit, and nothing where there is none', () => {
  expect(keeps(figure(1.5, { limit: 2 }))).toBe(true)
  expect(keeps(figure(2.5, { limit: 2 }))).toBe(false)
  expect(keeps(figure(1, { limit: 1, atLeast: true }))).toBe(true)
  expect(keeps(figure(9))).toBeNull()
  expect(keeps(figure(null, { limit: 2 }))).toBeNull()
})

it('shows a broken limit and a figure that was not measured in words', () => {
  const table = tableOf([figure(2.5, { limit: 2 }), figure(null)])
  expect(table).toMatch(/2\.5 ×\s+≤ 2\s+NO/)
  expect(table).toContain('not measured')
})
