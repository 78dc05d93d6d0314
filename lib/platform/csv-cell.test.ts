import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv-cell'

test('a formula becomes text, whatever stands before it', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '\t=1', '\r=1', '＝1', '|cmd', '%0A=1']) {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  }
  expect(csvCell(-1)).toBe('-1')
  expect(csvCell(null)).toBe('')
})

test('any text comes back as it went in, apart from the apostrophe that tames it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csvCell(text)
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect([text, `'${text}`]).toContain(read)
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/)
    }),
  )
})

test('a line ends as RFC 4180 wants it', () => {
  expect(csvLine([1, 'a,b', null])).toBe('1,"a,b",\r\n')
})
