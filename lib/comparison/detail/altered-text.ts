/** Answers altered on purpose, to see what a likeness rests on. */

const token = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*|[^\s]/gu

/** `text` up to its `count`-th word or mark, as it stands. */
export function cutAfterTokens(text: string, count: number): string {
  let end = 0
  let seen = 0
  for (const match of text.matchAll(token)) {
    end = match.index + match[0].length
    seen += 1
    if (seen === count) return text.slice(0, end)
  }
  return text
}

/** `text` without the marks of Markdown and with its line breaks made spaces; the words stay. */
export function withoutFormatting(text: string): string {
  return text
    .replace(/^\s*(?:```|~~~).*$/gm, '')
    .replace(/^\s*(?:[-*_]\s*){3,}$/gm, '')
    .replace(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replace(/^\s{0,3}#{1,6}\s+/gm, '')
    .replace(/^\s*(?:>\s?)+/gm, '')
    .replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*\*|\*\*|\*|___|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/[|`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
