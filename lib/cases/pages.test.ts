import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage, readCursor, writeCursor } from './pages'

describe('cursors', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (value, id) => {
        expect(readCursor(writeCursor({ value, id }))).toEqual({ value, id })
      }),
    )
  })

  it('are null for anything that is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readCursor(text)).not.toThrow()
      }),
    )
    expect(readCursor(undefined)).toBeNull()
    expect(readCursor(Buffer.from('["a","b"]').toString('base64url'))).toBeNull()
  })
})

describe('a page', () => {
  const cursorOf = (row: number) => ({ value: String(row), id: '0' })

  it('knows its neighbours', () => {
    const forward = cutPage([1, 2, 3], { limit: 2, back: false, started: false, cursorOf })
    expect(forward.rows).toEqual([1, 2])
    expect(forward.before).toBeNull()
    expect(forward.after).not.toBeNull()
    const back = cutPage([2, 1], { limit: 2, back: true, started: true, cursorOf })
    expect(back.rows).toEqual([1, 2])
    expect(back.before).toBeNull()
    expect(back.after).not.toBeNull()
  })
})
