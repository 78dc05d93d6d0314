import fc from 'fast-check'
import { expect, it } from 'vitest'
import { prepareText } from './prepare-text'

it('deletes hidden reasoning through the last closing tag, even when it was never opened', () => {
  expect(prepareText('<think>first</think> Answer.')).toBe('Answer.')
  expect(prepareText('loose thoughts</think>\nmore</think >\n\nAnswer.')).toBe('Answer.')
  expect(prepareText('<think>never closed')).toBe('<think>never closed')
})

it('gives one spelling to marks, spaces and invisible characters', () => {
  expect(prepareText('  It’s\u00a0“so” \u2013 ﬁne\u200b \r\n\r\n yes\t! ')).toBe('It\'s "so" - fine\nyes !')
})

it('leaves a lone surrogate visible as a replacement character', () => {
  expect(prepareText('a\ud800b')).toBe('a\ufffdb')
})

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = prepareText(text)
      expect(prepareText(once)).toBe(once)
    }),
  )
})
