/** Where a case stands in the record: its last event that changes what a summary says. */

import type { EventType } from '@/lib/custody/events'
import { toHex } from '@/lib/custody/hex'
import type { SummaryReader } from './summary-reader'

/** `at` is ISO 8601 in UTC; `seq` and `hash` name the event in the chain. */
export type ChainPosition = { at: string; seq: number; hash: string }

/** Events of a case that leave its summary as it was: reading, handing out, keeping filters, working towards evidence or a finding, and notes. */
const passing: EventType[] = [
  'summary.exported',
  'summary.downloaded',
  'evidence.downloaded',
  'dataset.rejects-downloaded',
  'dataset.rows-downloaded',
  'account.unmasked',
  'filter.saved',
  'filter.removed',
  'note.written',
  'case.restricted',
  'case.unrestricted',
  'case.member-added',
  'case.member-removed',
  'upload.started',
  'upload.cancelled',
  'upload.expired',
  'evidence.received',
  'evidence.attached',
  'table.comparison-requested',
  'table.compared',
  'evidence.refused',
  'evidence.verified',
  'dataset.requested',
  'dataset.failed',
  'analysis.requested',
  'analysis.completed',
  'analysis.failed',
]

/**
 * The last material event of a case. Exports and downloads are left out, so that handing out a summary does not change the next
 * one. Every case has one: its filing.
 */
export async function lastMaterialEvent(from: SummaryReader, caseId: string): Promise<ChainPosition> {
  const { at, seq, hash } = await from.event.findFirstOrThrow({
    where: { caseId, type: { notIn: passing } },
    orderBy: { seq: 'desc' },
    select: { at: true, seq: true, hash: true },
  })
  return { at: at.toISOString(), seq: Number(seq), hash: toHex(hash) }
}
