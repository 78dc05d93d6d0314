/** Cuts canonical JSON into the elements of its lists while it streams past: memory stays that of one element. */

/** One object of a list of the outermost object; `at` is its first byte in the whole text. */
export type SealedElement = { list: string; at: number; bytes: Buffer }

const [quote, backslash, comma, open, close, openList, closeList] = [0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Yields the objects of the named lists in their order, and returns the rest of the text with those lists empty. Only for text
 * that this program wrote as canonical JSON (RFC 8785) and whose outermost value is an object.
 */
export async function* sealedElements(
  chunks: AsyncIterable<Buffer>,
  lists: ReadonlySet<string>,
): AsyncGenerator<SealedElement, string> {
  const cutter = new Cutter(lists)
  for await (const chunk of chunks) yield* cutter.take(chunk)
  return cutter.rest()
}

class Cutter {
  private depth = 0
  private inString = false
  private escaped = false
  private key = ''
  private list: string | null = null
  private seen = 0
  private elementAt = -1
  private element: Buffer[] = []
  private others: Buffer[] = []
  constructor(private readonly lists: ReadonlySet<string>) {}

  rest(): string {
    return Buffer.concat(this.others).toString('utf8')
  }

  /** The elements that end in this chunk. */
  take(chunk: Buffer): SealedElement[] {
    const found: SealedElement[] = []
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      if (this.inString) {
        i = this.pastString(chunk, i)
        continue
      }
      const byte = chunk[i]
      if (byte === quote) {
        this.inString = true
        if (this.depth === 1) this.key = ''
      } else if (byte === open || byte === openList) {
        if (byte === openList && this.depth === 1) this.list = this.lists.has(this.key) ? this.key : null
        if (byte === open && this.depth === 2 && this.list !== null) {
          this.keep(chunk.subarray(from, i))
          this.elementAt = this.seen + i
          from = i
        }
        this.depth += 1
      } else if (byte === close || byte === closeList) {
        this.depth -= 1
        if (this.depth === 1) this.list = null
        if (this.depth !== 2 || this.elementAt < 0) continue
        found.push(this.ended(chunk.subarray(from, i + 1)))
        from = i + 1
      } else if (byte === comma && this.depth === 2 && this.list !== null) {
        this.keep(chunk.subarray(from, i))
        from = i + 1
      }
    }
    if (this.elementAt >= 0) this.element.push(chunk.subarray(from))
    else this.keep(chunk.subarray(from))
    this.seen += chunk.length
    return found
  }

  /** The place of the last byte of the string that is open at `i`, or of the chunk. */
  private pastString(chunk: Buffer, i: number): number {
    let at = i
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (this.escaped) this.escaped = false
      else if (byte === backslash) this.escaped = true
      else if (byte === quote) {
        this.inString = false
        return at
      }
      if (this.depth === 1) this.key += String.fromCharCode(byte)
    }
    return at
  }

  private keep(part: Buffer): void {
    if (part.length > 0) this.others.push(Buffer.from(part))
  }

  private ended(last: Buffer): SealedElement {
    const element = { list: this.list ?? '', at: this.elementAt, bytes: Buffer.concat([...this.element, last]) }
    this.elementAt = -1
    this.element = []
    return element
  }
}
