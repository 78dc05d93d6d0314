/** Reads XML as a stream of its elements and their text, in bounded memory; names come without their prefix. */

import { SaxesParser } from 'saxes'

export type XmlHandler = {
  open(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** No text of a cell or an attribute is this long; the parser keeps it whole. */
const longestText = 64 * 1024 ** 2

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Feeds `pieces` (UTF-8) to the handler; yields after each, so that what was found can be taken. Throws where it is no XML. */
export async function* xmlEvents(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), value])
    handler.open(local(name), Object.fromEntries(plain))
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', ({ name }) => handler.close?.(local(name)))
  const decoder = new TextDecoder()
  let sinceTag = 0
  for await (const piece of pieces) {
    const tag = piece.lastIndexOf(0x3c)
    sinceTag = tag === -1 ? sinceTag + piece.length : piece.length - tag
    if (sinceTag > longestText) throw new Error('a text longer than any cell')
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.close()
  yield
}

/** Feeds everything to the handler. */
export async function readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlEvents(pieces, handler));
}
