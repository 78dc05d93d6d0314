import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutraliseFormula } from './neutralise-formula'
import { visibleMarks } from './visible-marks'

describe('visible marks', () => {
  it('show what hides or reorders text', () => {
    expect(visibleMarks('pay\u202eLPM\u0000 now\u200b').text).toBe('pay⟦U+202E⟧LPM␀ now⟦U+200B⟧')
    expect(visibleMarks('a\u2066b').marks).toEqual([{ index: 1, code: 'U+2066', name: 'left-to-right isolate' }])
    expect(visibleMarks('\ud800x').text).toBe('⟦U+D800⟧x')
    expect(visibleMarks('\u{e0041}').text).toBe('⟦U+E0041⟧')
  })

  it('leave ordinary text, line breaks and emoji alone', () => {
    const plain = 'Prüfung 東京\tline\nfamily 👩‍👩‍👧 heart ❤️'
    expect(visibleMarks(plain)).toEqual({ text: plain, marks: [] })
    expect(visibleMarks('a\u200db').text).toBe('a⟦U+200D⟧b')
  })

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleMarks(text)
        for (const { index } of shown.marks) expect(shown.text.slice(index)).toMatch(/^(⟦U\+|[\u2400-\u2421])/)
        expect(visibleMarks(shown.text).marks).toEqual([])
      }),
    )
  })
})

describe('text for a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1'])('does not compute %j', (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`)
  })

  it('is otherwise left alone', () => {
    for (const text of ['', 'hello', '1=1', 'a-b', '2026-01-01']) expect(neutraliseFormula(text)).toBe(text)
  })
})
