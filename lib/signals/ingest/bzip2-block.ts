/** One block of bzip2: Huffman codes, move-to-front, and the transform of Burrows and Wheeler, all within bounds. */

import type { BitSource } from './bit-source'

/** Symbols between two changes of the table. */
const groupSize = 50
const longestCode = 20

type Table = { shortest: number; limit: Int32Array; base: Int32Array; symbols: Uint16Array }

/** The bytes of a block before its runs are written out; `most` is the size that the stream states. Throws on anything impossible. */
export function decodeBlock(source: BitSource, most: number): Uint8Array {
  if (source.bits(1) === 1) throw new Error('a randomised block, of a bzip2 before 1999')
  const origin = source.bits(24)
  const used = usedBytes(source)
  const tables = readSelectedTables(source, used.length + 2)
  const { links, length } = readLinks(source, used, tables, most)
  if (origin >= length) throw new Error('the block begins outside of itself')
  return follow(links, length, origin)
}

function usedBytes(source: BitSource): Uint8Array {
  const ranges = source.bits(16)
  const used: number[] = []
  for (let range = 0; range < 16; range += 1) {
    if (((ranges >>> (15 - range)) & 1) === 0) continue
    const within = source.bits(16)
    for (let bit = 0; bit < 16; bit += 1) if ((within >>> (15 - bit)) & 1) used.push(range * 16 + bit)
  }
  if (used.length === 0) throw new Error('a block of no bytes')
  return Uint8Array.from(used)
}

/** The table of each group of symbols, in order. */
function readSelectedTables(source: BitSource, symbols: number): Table[] {
  const count = source.bits(3)
  const groups = source.bits(15)
  if (count < 2 || count > 6 || groups === 0) throw new Error('an impossible number of tables')
  const order = Array.from({ length: count }, (_, index) => index)
  const selectors = Array.from({ length: groups }, () => {
    let place = 0
    while (source.bits(1) === 1) place += 1
    const [chosen] = order.splice(place, 1)
    if (chosen === undefined) throw new Error('a table that is not there')
    order.unshift(chosen)
    return chosen
  })
  const tables = Array.from({ length: count }, () => tableOf(readLengths(source, symbols)))
  return selectors.map((index) => tables[index] as Table)
}

function readLengths(source: BitSource, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols)
  let length = source.bits(5)
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    for (;;) {
      if (length < 1 || length > longestCode) throw new Error('an impossible length of a code')
      if (source.bits(1) === 0) break
      length += source.bits(1) === 0 ? 1 : -1
    }
    lengths[symbol] = length
  }
  return lengths
}

/** Canonical codes: of each length the largest, and where its symbols begin. */
function tableOf(lengths: Uint8Array): Table {
  const symbols = Uint16Array.from(lengths.keys()).sort(
    (a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b,
  )
  const limit = new Int32Array(longestCode + 2).fill(-1)
  const base = new Int32Array(longestCode + 2)
  let code = 0
  let index = 0
  for (let length = 1; length <= longestCode; length += 1) {
    base[length] = index - code
    while (index < symbols.length && lengths[symbols[index] as number] === length) {
      index += 1
      code += 1
    }
    limit[length] = code - 1
    code <<= 1
  }
  return { shortest: lengths[symbols[0] as number] as number, limit, base, symbols }
}

function readSymbol(source: BitSource, { shortest, limit, base, symbols }: Table): number {
  let code = source.bits(shortest)
  for (let length = shortest; length <= longestCode; length += 1) {
    if (code <= (limit[length] as number)) {
      const symbol = symbols[code + (base[length] as number)]
      if (symbol === undefined) break
      return symbol
    }
    code = (code << 1) | source.bits(1)
  }
  throw new Error('a code that no symbol has')
}

/** The last column of the sorted rotations, as links from each byte to the one after it (the byte in the low 8 bits). */
function readLinks(source: BitSource, used: Uint8Array, tables: Table[], most: number) {
  const links = new Uint32Array(most)
  const counts = new Uint32Array(256)
  const front = used.slice()
  const end = used.length + 1
  let length = 0
  let run = 0
  let weight = 1
  for (let read = 0; ; read += 1) {
    const table = tables[Math.floor(read / groupSize)]
    if (!table) throw new Error('more symbols than tables')
    const symbol = readSymbol(source, table)
    if (symbol <= 1) {
      run += weight << symbol
      weight <<= 1
      if (run > most) throw new Error('a run longer than its block')
      continue
    }
    if (length + run + (symbol === end ? 0 : 1) > most) throw new Error('a block that is too long')
    const first = front[0] as number
    links.fill(first, length, length + run)
    counts[first] = (counts[first] as number) + run
    length += run
    run = 0
    weight = 1
    if (symbol === end) break
    const byte = front[symbol - 1] as number
    front.copyWithin(1, 0, symbol - 1)
    front[0] = byte
    links[length] = byte
    counts[byte] = (counts[byte] as number) + 1
    length += 1
  }
  link(links, counts, length)
  return { links, length }
}

function link(links: Uint32Array, counts: Uint32Array, length: number): void {
  let sum = 0
  for (let byte = 0; byte < 256; byte += 1) {
    const count = counts[byte] as number
    counts[byte] = sum
    sum += count
  }
  for (let at = 0; at < length; at += 1) {
    const byte = (links[at] as number) & 0xff
    const place = counts[byte] as number
    counts[byte] = place + 1
    links[place] = (links[place] as number) | (at << 8)
  }
}

function follow(links: Uint32Array, length: number, origin: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = (links[origin] as number) >>> 8
  for (let done = 0; done < length; done += 1) {
    const next = links[at] as number
    bytes[done] = next & 0xff
    at = next >>> 8
  }
  return bytes
}
