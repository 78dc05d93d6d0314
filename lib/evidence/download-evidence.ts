/** Bytes of evidence on their way out: always an attachment, never rendered from our origin, and always an event. */

import { Readable } from 'node:stream'
import type { PersonActor } from '@/lib/platform/actor'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { must } from '@/lib/platform/policy'
import { hasBlob, openBlob } from '@/lib/platform/storage'
import { whyNot } from './policy'
import { evidenceItem } from './queries'

export type Outgoing = { name: string; size: number | null; bytes: ReadableStream<Uint8Array> }

/** The original, to the byte. Throws `not-found` out of scope and `forbidden` when there is nothing sealed to hand out. */
export async function downloadEvidence(actor: PersonActor, { evidenceId }: { evidenceId: string }): Promise<Outgoing> {
  const { name, size, sha256, case: home, ...item } = await evidenceItem(actor, evidenceId)
  must(whyNot(actor, 'download', item))
  const hash = Buffer.from(sha256 ?? '', 'hex')
  if (!(await hasBlob(hash))) {
    throw new AppError('unavailable', `The bytes of “${name}” are missing from storage. Tell your administrator.`)
  }
  await transact(actor, async ({ record }) => {
    const data = { evidenceId, name, sha256: sha256 ?? '', size: String(size) }
    record({ type: 'evidence.downloaded', caseId: home.id, data })
  })
  return { name, size, bytes: Readable.toWeb(openBlob(hash)) as ReadableStream<Uint8Array> }
}

/** The headers under which any bytes leave: an attachment of no type, that nothing caches, sniffs or runs. */
export function attachmentHeaders({ name, size }: Pick<Outgoing, 'name' | 'size'>): Headers {
  const headers = new Headers({
    'content-type': 'application/octet-stream',
    'content-disposition': contentDisposition(name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  if (size !== null) headers.set('content-length', String(size))
  return headers
}

/** RFC 6266: a plain name for old readers, the exact one in UTF-8 (RFC 8187) for the rest. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._()+-]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
