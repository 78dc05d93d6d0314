import { describe, expect, it } from 'vitest'
import { cutAfterTokens, withoutFormatting } from './altered-text'

describe('an answer cut short', () => {
  it('ends after as many words and marks, as they stand', () => {
    expect(cutAfterTokens("Well, I don't know. Ask him.", 4)).toBe("Well, I don't")
    expect(cutAfterTokens('Two words', 20)).toBe('Two words')
  })
})

describe('an answer without formatting', () => {
  it('keeps its words and loses headings, lists, emphasis, links, tables and fences', () => {
    const text =
      '# Title\n\n- **Bold** item\n2. _Second_ and *third*\n> quoted\n\n---\n| a | b |\n|---|---|\n| 1 | 2 |\n```js\nlet x = 1\n```\nSee [the page](https://example.test).'
    expect(withoutFormatting(text)).toBe('Title Bold item _Second_ and third quoted a b 1 2 let x = 1 See the page.')
  })

  it('leaves plain prose alone', () => {
    expect(withoutFormatting('Plain prose - with 2 * 3 and snake_case stays.')).toBe(
      'Plain prose - with 2 * 3 and snake_case stays.',
    )
  })
})
