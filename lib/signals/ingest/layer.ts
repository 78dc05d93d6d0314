/** What lies in an evidence item, layer by layer, on the way down to what can be read. */

import { AppError } from '@/lib/platform/errors'
import type { ByteBudget, DecompressionLimits } from './byte-budget'
import type { ByteReader } from './byte-reader'
import { ItemFault, type Place } from './item-fault'

/** `name` is null when the item is one file, else the path in the archive; in an archive within, after its name and “ › ”. */
export type Member = { name: string | null } & (
  | { kind: 'text'; bytes: AsyncIterable<Buffer> }
  | { kind: 'parquet' | 'workbook'; path: string; budget: ByteBudget }
  | { kind: 'refused'; reason: string }
)

export type Item = {
  path: string
  storedBytes: number
  limits: DecompressionLimits
  /** Where a packed file that has to be read from several sides may lie meanwhile; a name of our own making follows. */
  temporary: string
  /** Hears how many stored bytes were read so far. */
  onRead: (bytes: number) => void
}

/** A stream on the way down: where it stands on the disk if it does, whether it was packed, and in how many archives it lies. */
export type Layer = Place & { reader: ByteReader; path: string | null; isUnpacked: boolean; depth: number }

export type Unpacking = {
  item: Item
  budget: ByteBudget
  members: number
  /** What a layer holds; see members.ts. */
  unpack: (layer: Layer) => AsyncGenerator<Member>
}

const mostMembers = 100_000

/** Counts one more entry of an archive, of whatever kind. */
export function countMember(unpacking: Unpacking): void {
  unpacking.members += 1
  if (unpacking.members <= mostMembers) return
  throw new ItemFault('too-large', `This archive holds more than ${mostMembers} files. Split it and use the parts.`)
}

/** The pieces, their errors made into the refusal that `refusal` gives; a refusal from further out stays as it is. */
export async function* readable(
  pieces: AsyncIterable<Buffer>,
  refusal: (cause: unknown) => Error,
): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (cause) {
    throw cause instanceof AppError ? cause : refusal(cause)
  }
}
