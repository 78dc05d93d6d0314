/** Makes a summary, keeps its bytes under their hash, and hands it out: each time with an event. */

import { Readable } from 'node:stream'
import { whyNot } from '@/lib/cases/policy'
import { canonicalText } from '@/lib/custody/canonical'
import { toHex } from '@/lib/custody/hex'
import { attachmentHeaders } from '@/lib/evidence/download-evidence'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { must } from '@/lib/platform/policy'
import { hasBlob, openBlob, putBytes, type Stored } from '@/lib/platform/storage'
import { caseStanding } from '@/lib/review/standing'
import { putSummaryPdf } from './pdf/summary-pdf'
import { keptExport } from './queries'
import type { ExportSummary } from './schema'
import { rendererVersion, type SummaryContent, summaryContent } from './summary-content'

export type Made = { exportId: string; sha256: string; download: string }

/**
 * Exports the summary of a case as it stands. The same content, options and renderer version give the same bytes, so two exports of
 * an unchanged case have one hash and two events. Throws `forbidden` for whoever may not export, `not-found` out of scope.
 */
export async function exportSummary(actor: PersonActor, input: ExportSummary): Promise<Made> {
  const { number, format, accounts, rows } = input
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'export', standing))
  const content = await summaryContent(actor, { number, accounts, rows })
  const { sha256, size } = await put(content, format)
  const options = canonicalText({ accounts, rows, renderer: rendererVersion })
  const { mark } = content.watermark
  const headSeq = content.asOf.seq
  const exportId = await transact(actor, async ({ tx, record }) => {
    const { id } = await tx.export.create({
      data: {
        ...{ caseId: standing.id, format, watermark: mark, sha256, size, headSeq, options },
        ...{ exportedById: actor.id, exportedAt: now() },
      },
    })
    const stored = { sha256: toHex(sha256), size: size.toString() }
    const data = { exportId: id, format, ...stored, watermark: mark, headSeq, options: { accounts, rows } }
    record({ type: 'summary.exported', caseId: standing.id, data })
    return id
  })
  return { exportId, sha256: toHex(sha256), download: `/api/exports/${exportId}` }
}

function put(content: SummaryContent, format: ExportSummary['format']): Promise<Stored> {
  return format === 'JSON' ? putBytes(canonicalText(content)) : putSummaryPdf(content)
}

/** Hands out a kept export, to the byte, as an attachment. Throws as `keptExport`, and `unavailable` when its bytes are gone. */
export async function downloadExport(actor: PersonActor, { exportId }: { exportId: string }) {
  const { sha256, size, format, watermark, caseId, case: of } = await keptExport(actor, exportId)
  if (!(await hasBlob(sha256))) {
    throw new AppError('unavailable', 'The bytes of this export are missing from storage. Tell your administrator.')
  }
  await transact(actor, async ({ record }) => {
    record({ type: 'summary.downloaded', caseId, data: { exportId, format, sha256: toHex(sha256) } })
  })
  const name = `${of.number}-summary-${watermark.toLowerCase()}.${format.toLowerCase()}`
  return {
    headers: attachmentHeaders({ name, size: Number(size) }),
    bytes: Readable.toWeb(openBlob(sha256)) as ReadableStream<Uint8Array>,
  }
}
