/** Cuts a stream of bytes into records at line ends, within bounded memory, without decoding. */

/** One record's bytes without its line end, or null when it was longer than allowed; `line` counts from 1. */
export type RawRecord = { line: number; bytes: Buffer | null }

const newline = 0x0a
const quote = 0x22

/**
 * Records of `chunks`. With `quoted` (CSV) a line end between double quotes belongs to the record. A record longer than
 * `maxBytes` comes as null and is skipped to its end. A carriage return before the line end is dropped. UTF-8 keeps both
 * marks out of multi-byte characters, so no decoding is needed.
 */
export async function* splitRecords(
  chunks: AsyncIterable<Buffer>,
  { quoted, maxBytes }: { quoted: boolean; maxBytes: number },
): AsyncGenerator<RawRecord> {
  let parts: Buffer[] = []
  let held = 0
  let line = 1
  let startLine = 1
  let inQuotes = false
  const take = (): RawRecord => {
    const record = { line: startLine, bytes: held > maxBytes ? null : withoutReturn(Buffer.concat(parts)) }
    parts = []
    held = 0
    startLine = line
    return record
  }
  const hold = (part: Buffer): void => {
    held += part.length
    if (held > maxBytes) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let at = nextMark(chunk, 0, quoted); at >= 0; at = nextMark(chunk, at + 1, quoted)) {
      if (chunk[at] === quote) {
        inQuotes = !inQuotes
        continue
      }
      line += 1
      if (inQuotes) continue
      hold(chunk.subarray(start, at))
      yield take()
      start = at + 1
    }
    if (start < chunk.length) hold(chunk.subarray(start))
  }
  if (held > 0) yield take()
}

function nextMark(chunk: Buffer, from: number, quoted: boolean): number {
  const end = chunk.indexOf(newline, from)
  if (!quoted) return end
  const mark = chunk.indexOf(quote, from)
  return mark < 0 ? end : end < 0 ? mark : Math.min(mark, end)
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes
}
