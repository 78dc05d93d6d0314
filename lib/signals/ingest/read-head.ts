/** The beginning of a stream of bytes, taken off so that it can be looked at first. */

import { maxRecordBytes } from './rejection'

const enough = 1024 ** 2
const newline = 0x0a

/** At least 1 MiB with at least one whole line, where the stream has that much; never much more than one record may have. */
export async function readHead(bytes: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const source = bytes[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let length = 0
  let hasLine = false
  while (length < enough || (!hasLine && length <= maxRecordBytes)) {
    const { value, done } = await source.next()
    if (done) break
    parts.push(value)
    length += value.length
    hasLine ||= value.includes(newline)
  }
  return { head: Buffer.concat(parts), rest: { [Symbol.asyncIterator]: () => source } }
}
