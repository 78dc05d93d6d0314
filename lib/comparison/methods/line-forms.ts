/** The outward form of an answer: what kind each of its lines is, whatever it says. */

/** Kinds by number from 1, in order; the first 60 lines. */
export type LineForms = Int32Array

const mostLines = 60
const kinds: readonly RegExp[] = [/^(?:```|~~~)/, /^#{1,6} /, /^[-*+\u2022] /, /^\(?\d{1,3}[.)] /, /^\|/, /^>/, /:$/]
/** Longest line, in characters, of a label, a sentence or two, a paragraph; a longer one is a long paragraph. */
const lengths = [40, 160, 480]
const bold = kinds.length + lengths.length + 2

/** The kinds of the lines of a prepared text: by its first mark, or by its length; one with bold type is another kind. */
export function lineFormsOf(text: string): LineForms {
  return Int32Array.from(text.split('\n', mostLines), (line) => kindOf(line) + (line.includes('**') ? bold : 0))
}

function kindOf(line: string): number {
  const marked = kinds.findIndex((kind) => kind.test(line))
  if (marked >= 0) return marked + 1
  return kinds.length + 1 + lengths.filter((length) => line.length > length).length
}
