/** Finds the lists that an object holds, byte by byte and without reading what is in them. */

const quote = 0x22
const backslash = 0x5c
const openObject = 0x7b
const openList = 0x5b
const closeList = 0x5d
const colon = 0x3a
const comma = 0x2c
const openers = new Set([openObject, openList])
const closers = new Set([0x7d, closeList])
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d])

export type Range = { start: number; end: number }

/** Half-open ranges of bytes: the list with its brackets, and each of its elements. */
export type FoundList = Range & { elements: Range[] }

/** The fields of the object at the beginning of `bytes`, as far as they are whole; the last may have no end (-1). */
export function* fieldsIn(bytes: Buffer): Generator<{ name: string; value: Range }> {
  let at = afterSpaces(bytes, 0)
  if (bytes[at] !== openObject) return
  for (at = afterSpaces(bytes, at + 1); bytes[at] === quote; at = afterSpaces(bytes, at)) {
    const nameEnd = afterString(bytes, at)
    const colonAt = nameEnd === -1 ? -1 : afterSpaces(bytes, nameEnd)
    if (colonAt === -1 || bytes[colonAt] !== colon) return
    const start = afterSpaces(bytes, colonAt + 1)
    const end = afterValue(bytes, start)
    yield { name: bytes.toString('utf8', at + 1, nameEnd - 1), value: { start, end } }
    if (end === -1) return
    at = afterSpaces(bytes, end)
    if (bytes[at] !== comma) return
    at += 1
  }
}

/** The list under `name` in the object at the beginning of `bytes`; null when there is none or the list is not whole. */
export function listIn(bytes: Buffer, name: string): FoundList | null {
  for (const field of fieldsIn(bytes)) {
    const { start, end } = field.value
    if (field.name !== name) continue
    return end === -1 || bytes[start] !== openList ? null : { start, end, elements: [...elementsOf(bytes, start)] }
  }
  return null
}

/** The elements of the list that starts at `start`, as far as they are whole. */
export function* elementsOf(bytes: Buffer, start: number): Generator<Range> {
  for (let at = afterSpaces(bytes, start + 1); at < bytes.length && bytes[at] !== closeList; ) {
    const end = afterValue(bytes, at)
    if (end === -1 || end === at) return
    yield { start: at, end }
    at = afterSpaces(bytes, end)
    if (bytes[at] === comma) at = afterSpaces(bytes, at + 1)
  }
}

/** The first value of `bytes` and no more; all of them when it does not end. */
export function firstValue(bytes: Buffer): Buffer {
  const start = afterSpaces(bytes, 0)
  const end = afterValue(bytes, start)
  return bytes.subarray(start, end === -1 ? bytes.length : end)
}

function afterSpaces(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && spaces.has(bytes[at] as number)) at += 1
  return at
}

/** -1 when the string that begins at `start` does not end. */
function afterString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1
    else if (bytes[at] === quote) return at + 1
  }
  return -1
}

/** -1 when the value that begins at `start` does not end. */
function afterValue(bytes: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (byte === quote) {
      at = afterString(bytes, at) - 1
      if (at < 0) return -1
      if (depth === 0) return at + 1
    } else if (openers.has(byte)) depth += 1
    else if (closers.has(byte)) {
      if (depth <= 1) return depth === 0 ? at : at + 1
      depth -= 1
    } else if (depth === 0 && (byte === comma || spaces.has(byte))) return at
  }
  return -1
}
