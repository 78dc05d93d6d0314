/** The members of a zip archive, in the order of its directory; a workbook is one and comes out whole. */

import { AppError } from '@/lib/platform/errors'
import { ByteReader } from './byte-reader'
import { concernsMember, damageAt } from './item-fault'
import { countMember, type Layer, type Member, readable, type Unpacking } from './layer'
import { memberName, whyNotKind, whyNotName } from './member-names'
import { openZip, type ZipEntry } from './zip-entries'

/** Throws, as `unpack` does, when the archive's directory cannot be read. */
export async function* readZip(unpacking: Unpacking, layer: Layer, path: string): AsyncGenerator<Member> {
  const damaged = (cause: unknown) => damageAt(layer, 'zip archive', cause)
  const zip = await openZip(path).catch((cause: unknown) => {
    throw damaged(cause)
  })
  try {
    if (await isWorkbook(path)) {
      const { budget } = unpacking
      return yield { name: layer.name, kind: 'workbook', path, budget }
    }
    let storedBytes = 0
    for await (const entry of zip.entries()) {
      countMember(unpacking)
      yield* readEntry(unpacking, layer, entry)
      storedBytes += entry.storedBytes
      if (layer.depth === 0) unpacking.item.onRead(Math.min(storedBytes, unpacking.item.storedBytes))
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(cause)
  } finally {
    zip.close()
  }
}

async function* readEntry(unpacking: Unpacking, layer: Layer, entry: ZipEntry): AsyncGenerator<Member> {
  const name = memberName(layer.name, entry.name)
  const reason = entry.kind === 'file' ? (whyNotName(entry.name) ?? entry.whyNot) : whyNotKind[entry.kind]
  if (reason) return yield { name, kind: 'refused', reason }
  const damage = (cause: unknown) => damageAt({ name }, 'zip data', cause)
  const reader = new ByteReader(unpacking.budget.counted(readable(entry.bytes(), damage)))
  try {
    yield* unpacking.unpack({ name, reader, path: null, isUnpacked: false, depth: layer.depth + 1 })
  } catch (error) {
    if (!concernsMember(error)) throw error
    yield { name, kind: 'refused', reason: error.publicMessage }
  } finally {
    await reader.close()
  }
}

/** Whether the archive is a workbook, by the part that each has. */
async function isWorkbook(path: string): Promise<boolean> {
  const zip = await openZip(path)
  try {
    let seen = 0
    for await (const { name } of zip.entries()) {
      if (name === 'xl/workbook.xml') return true
      seen += 1
      if (seen > 1_000) break
    }
    return false
  } finally {
    zip.close()
  }
}
