import { z } from 'zod'
import { attachmentHeaders, downloadEvidence } from '@/lib/evidence/download-evidence'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route'

/** The original, as an attachment. */
export const GET = defineRoute<{ evidenceId: string }>(async (actor, _, { evidenceId }) => {
  if (!z.guid().safeParse(evidenceId).success) throw new AppError('not-found', 'There is no such evidence item.')
  const outgoing = await downloadEvidence(actor, { evidenceId })
  return new Response(outgoing.bytes, { headers: attachmentHeaders(outgoing) })
})
