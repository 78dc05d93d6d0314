import { z } from 'zod'
import { attachmentHeaders } from '@/lib/evidence/download-evidence'
import { downloadRejects } from '@/lib/evidence/download-rejects'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route'

const wanted = z.object({ evidenceId: z.guid(), format: z.enum(['csv', 'jsonl']).default('csv') })

/** `?format=csv` or `jsonl`: the rows that could not be read, as an attachment. */
export const GET = defineRoute<{ evidenceId: string }>(async (actor, request, { evidenceId }) => {
  const format = new URL(request.url).searchParams.get('format') ?? undefined
  const input = wanted.safeParse({ evidenceId, format })
  if (!input.success) throw new AppError('not-found', 'There is no such download.')
  const outgoing = await downloadRejects(actor, input.data)
  return new Response(outgoing.bytes, { headers: attachmentHeaders(outgoing) })
})
