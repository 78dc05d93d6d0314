/** Shows characters that hide or reorder text as marks that can be seen. */

export type Mark = {
  /** Where the mark stands in the returned text, in UTF-16 units. */
  index: number
  /** The character it stands for, e.g. `U+202E`, and what it does. */
  code: string
  name: string
}

const named: Record<number, string> = {
  173: 'soft hyphen',
  1564: 'Arabic letter mark',
  6158: 'Mongolian vowel separator',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of embedding',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of isolate',
  65279: 'byte order mark',
}

/** Control and format characters, line separators, private use, tags, variation selectors and lone surrogates; not tab and line feed. */
const hidden =
  /(?![\t\n])(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|[\u{fe00}-\u{fe0e}]|[\u{e0100}-\u{e01ef}])/gu

/**
 * The text with each hidden character replaced by a mark such as `⟦U+202E⟧` (control characters below U+0020 by their picture,
 * `␀`), and where the marks are. A joiner between emoji and the emoji selector U+FE0F stay: they hide nothing.
 */
export function visibleMarks(text: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let shift = 0
  const shown = text.replace(hidden, (character, index: number) => {
    if (character === '\u200d' && joinsEmoji(text, index)) return character
    const point = character.codePointAt(0) ?? 0
    const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
    const mark = pictureOf(point) ?? `⟦${code}⟧`
    marks.push({ index: index + shift, code, name: named[point] ?? 'hidden character' })
    shift += mark.length - character.length
    return mark
  })
  return { text: shown, marks }
}

function pictureOf(point: number): string | undefined {
  if (point < 0x20) return String.fromCodePoint(0x2400 + point)
  return point === 0x7f ? '␡' : undefined
}

const joinsEmoji = (text: string, index: number) =>
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?$/u.test(text.slice(Math.max(0, index - 6), index)) &&
  /^\p{Extended_Pictographic}/u.test(text.slice(index + 1, index + 3))
