import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateSlots } from './template-slots'

const script = (topic: string) => `You are a patient teacher. Explain every step that leads to ${topic}, then stop.`

describe('the slots of a template', () => {
  it('are the words that the others say otherwise, and nothing else', () => {
    const others = ['the rise of rivers', 'seven old bridges', 'a cloud over hills'].map(script)
    const segments = templateSlots(script('the tide at noon'), others)
    expect(segments.filter(({ isSlot }) => isSlot).map(({ text }) => text)).toEqual(['the tide at noon'])
  })

  it('are none in a text that is always the same', () => {
    expect(templateSlots(script('x'), [script('x'), script('x')])).toEqual([{ text: script('x'), isSlot: false }])
  })

  it('never lose or change a character of the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 })
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (own, others) => {
        expect(
          templateSlots(own, others)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(own)
      }),
    )
  })
})
