/** Why a record of an original could not become a row. */

export const rejectionReasons = {
  1: 'is not valid JSON',
  2: 'is not a JSON object',
  3: 'names the same field twice',
  4: 'has a time that is not understood',
  5: 'has neither time, account, prompt nor response',
  6: 'is longer than 32 MiB',
  7: 'has another number of fields than the header',
  8: 'has an unclosed quote',
  9: 'is of another kind than the log: no request to a model',
} as const

export type RejectionCode = keyof typeof rejectionReasons

/** Longest record in bytes. */
export const maxRecordBytes = 32 * 1024 ** 2

/** Longest part of a rejected record that is kept beside its pointer, in characters. */
export const keptCharacters = 2_000

export type Rejection = {
  /** Zero-based position of the record in the decompressed original, counted through all files of an archive. */
  position: number
  /** The file of an archive that it lies in, as its name is shown; null when the original is one file. */
  member: string | null
  /** Where it begins in the decompressed file (in UTF-8 if that is UTF-16) and how long it is, in bytes; null where rows have no place in bytes. */
  byteOffset: number | null
  byteLength: number | null
  reason: string
  /** Its first characters. */
  text: string
}

/** The first characters of a record; bytes that are not UTF-8 become U+FFFD. */
export const headOf = (record: Buffer): string =>
  record.toString('utf8', 0, keptCharacters * 4).slice(0, keptCharacters)
