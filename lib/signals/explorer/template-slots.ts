/** Where a text differs from others made by the same template: its slots. Pure. */

/** The text in its order, cut where slots begin and end. */
export type Segment = { text: string; isSlot: boolean }

/** Longer texts are not compared: the table of a comparison grows with the square. */
const mostTokens = 1_500

/**
 * Words that fewer than two thirds of `others` have at the same place of the order are slots (longest common subsequence of
 * words, by dynamic programming); what lies between two slots with nothing but blanks joins them.
 */
export function templateSlots(text: string, others: string[]): Segment[] {
  const tokens = tokensOf(text)
  const compared = others.map(tokensOf).filter((other) => other.length <= mostTokens)
  if (tokens.length > mostTokens || compared.length === 0) return [{ text, isSlot: false }]
  const agreeing = new Array<number>(tokens.length).fill(0)
  for (const other of compared) for (const at of commonPlaces(tokens, other)) agreeing[at] = (agreeing[at] ?? 0) + 1
  const isSlot = tokens.map((token, at) => isWord(token) && 3 * (agreeing[at] ?? 0) < 2 * compared.length)
  const within = tokens.map(
    (token, at) => isSlot[at] || (!isWord(token) && isSlot[at - 1] === true && isSlot[at + 1] === true),
  )
  const segments: Segment[] = []
  for (const [at, token] of tokens.entries()) {
    const last = segments.at(-1)
    if (last && last.isSlot === within[at]) last.text += token
    else segments.push({ text: token, isSlot: within[at] === true })
  }
  return segments
}

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_]+/gu) ?? []
const isWord = (token: string) => /[\p{L}\p{N}_]/u.test(token)

/** Places of `a` that a longest common subsequence of words with `b` takes. */
function commonPlaces(a: string[], b: string[]): number[] {
  const places = a.flatMap((token, at) => (isWord(token) ? [at] : []))
  const words = b.filter(isWord)
  const width = words.length + 1
  const length = new Uint16Array((places.length + 1) * width)
  const of = (i: number, j: number) => length[i * width + j] ?? 0
  for (let i = places.length - 1; i >= 0; i--) {
    for (let j = words.length - 1; j >= 0; j--) {
      const isSame = a[places[i] ?? 0] === words[j]
      length[i * width + j] = isSame ? of(i + 1, j + 1) + 1 : Math.max(of(i + 1, j), of(i, j + 1))
    }
  }
  const taken: number[] = []
  for (let i = 0, j = 0; i < places.length && j < words.length; ) {
    const place = places[i] ?? 0
    if (a[place] === words[j] && of(i, j) === of(i + 1, j + 1) + 1) {
      taken.push(place)
      i++
      j++
    } else if (of(i + 1, j) >= of(i, j + 1)) i++
    else j++
  }
  return taken
}
