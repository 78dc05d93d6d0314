/** The prompts of a comparison with their contributions and answers, as a file of which a page reads only what it shows. */

/**
 * Layout, little-endian: bytes 0–7 the length of the header (uint32) and 0; the header, JSON padded with spaces to a multiple of 8;
 * a column of `prompts` float64 for each of `columns` (NaN: none); `prompts` + 1 float64 offsets in the file; the rows, JSON.
 */
export type PromptFileHeader = {
  format: 'touchstone-prompts/1'
  prompts: number
  suspect: string
  columns: { candidate: string; method: string }[]
  /** Whose answers the rows hold, in their order: the suspect, candidates, some controls. */
  models: { name: string; role: 'suspect' | 'candidate' | 'control' }[]
  /** Controls of the comparison, of which `models` holds the most alike. */
  controls: number
}

/** A shared passage: offsets in the suspect's text and in this one, its words, and its rarity in nats. */
export type SharedMark = { own: [number, number]; here: [number, number]; words: number; rarity: number }

/** An answer, cut to 4,000 UTF-16 units where `length` is more. */
export type PromptAnswer = { text: string; length: number; shared: SharedMark[] }

export type PromptRow = { promptId: string; prompt: string | null; group: string | null; answers: PromptAnswer[] }

type Written = { header: PromptFileHeader; columns: readonly (Float64Array | null)[]; rows: Iterable<PromptRow> }

/** The file's bytes: the same content gives the same bytes. */
export function writePromptFile({ header, columns, rows }: Written): Buffer {
  const head = padded(Buffer.from(JSON.stringify(header)))
  const size = Buffer.alloc(8)
  size.writeUInt32LE(head.length)
  const lines = Array.from(rows, (row) => Buffer.from(`${JSON.stringify(row)}\n`))
  const numbers = Buffer.alloc(8 * (columns.length * header.prompts + header.prompts + 1))
  let at = 0
  const put = (value: number) => {
    at = numbers.writeDoubleLE(value, at)
  }
  for (const column of columns)
    for (let p = 0; p < header.prompts; p++) put(column ? (column[p] as number) : Number.NaN)
  let offset = 8 + head.length + numbers.length
  for (const line of lines) {
    put(offset)
    offset += line.length
  }
  put(offset)
  return Buffer.concat([size, head, numbers, ...lines])
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8, ' ')])
}

/** Reads `length` bytes from `offset`. */
export type ReadBytes = (offset: number, length: number) => Promise<Buffer>

/** The header of the file. */
export async function readPromptHeader(read: ReadBytes): Promise<{ header: PromptFileHeader; numbersAt: number }> {
  const length = (await read(0, 8)).readUInt32LE()
  const header = JSON.parse((await read(8, length)).toString('utf8')) as PromptFileHeader
  if (header.format !== 'touchstone-prompts/1') throw new Error('the file holds no prompts of a comparison')
  return { header, numbersAt: 8 + length }
}

type Opened = { header: PromptFileHeader; numbersAt: number }

/** One column; the offsets of the rows are the column after the last. */
export async function readPromptColumn(read: ReadBytes, { header, numbersAt }: Opened, column: number) {
  const values = header.prompts + (column === header.columns.length ? 1 : 0)
  const bytes = await read(numbersAt + 8 * column * header.prompts, 8 * values)
  return Float64Array.from({ length: values }, (_, p) => bytes.readDoubleLE(8 * p))
}

/** The rows at `places`. */
export async function readPromptRows(read: ReadBytes, opened: Opened, places: readonly number[]): Promise<PromptRow[]> {
  const offsets = await readPromptColumn(read, opened, opened.header.columns.length)
  return Promise.all(
    places.map(async (p) => {
      const from = offsets[p] as number
      const bytes = await read(from, (offsets[p + 1] as number) - from)
      return JSON.parse(bytes.toString('utf8')) as PromptRow
    }),
  )
}
