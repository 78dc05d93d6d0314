/** The members of a tar archive, in its order. */

import { ByteReader } from './byte-reader'
import { concernsMember, damageAt } from './item-fault'
import { countMember, type Layer, type Member, readable, type Unpacking } from './layer'
import { memberName, whyNotKind, whyNotName } from './member-names'
import { BrokenTar, type TarEntry, tarEntries } from './tar-entries'

/** Throws, as `unpack` does, when the archive itself is broken or cut off. */
export async function* readTar(unpacking: Unpacking, layer: Layer): AsyncGenerator<Member> {
  try {
    for await (const entry of tarEntries(layer.reader)) {
      countMember(unpacking)
      yield* readEntry(unpacking, layer, entry)
    }
    // What is packed has its sum at its end, and damage can look like the end of the archive.
    if (layer.isUnpacked) await layer.reader.skipTo(Number.POSITIVE_INFINITY)
  } catch (cause) {
    throw cause instanceof BrokenTar ? damageAt(layer, 'tar archive', cause) : cause
  }
}

async function* readEntry(unpacking: Unpacking, layer: Layer, entry: TarEntry): AsyncGenerator<Member> {
  const name = memberName(layer.name, entry.name)
  const reason = whyNot(entry)
  if (reason) return yield { name, kind: 'refused', reason }
  const cutOff = (cause: unknown) => damageAt(layer, 'tar archive', cause)
  const reader = new ByteReader(readable(entry.bytes(), cutOff))
  try {
    const isFirst = layer.depth === 0 && !layer.isUnpacked
    const counted = isFirst ? new ByteReader(unpacking.budget.counted(reader.pieces())) : reader
    yield* unpacking.unpack({ name, reader: counted, path: null, isUnpacked: false, depth: layer.depth + 1 })
  } catch (error) {
    if (!concernsMember(error)) throw error
    yield { name, kind: 'refused', reason: error.publicMessage }
  } finally {
    await reader.close()
  }
}

/** By the type flag: a file ('7' is one that lies in one piece), a folder, a link, or what else there is. */
function whyNot({ name, kind, size }: TarEntry): string | null {
  if (kind === '5' || (kind === '0' && size === 0 && name.endsWith('/'))) return whyNotKind.folder
  if (kind === '1' || kind === '2') return whyNotKind.link
  if (kind === 'S') return 'is kept with holes left out (a GNU sparse file), which is not read'
  if (kind !== '0' && kind !== '7') return whyNotKind.other
  return whyNotName(name)
}
