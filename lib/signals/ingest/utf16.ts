/** Text in UTF-16, told by its mark or by its zeros, on its way to UTF-8; what is no text becomes U+FFFD. */

type Utf16 = 'utf-16le' | 'utf-16be'

/** The byte order of a text in UTF-16 that begins with `head`; null for any other. */
export function utf16Of(head: Uint8Array): Utf16 | null {
  const [a = 0, b = 0, c = 0, d = 0] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: two characters of ASCII in a row.
  if (a > 0 && b === 0 && c > 0 && d === 0) return 'utf-16le'
  return a === 0 && b > 0 && c === 0 && d > 0 ? 'utf-16be' : null
}

/** The same text in UTF-8, without its mark. */
export async function* fromUtf16(pieces: AsyncIterable<Buffer>, encoding: Utf16): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}
