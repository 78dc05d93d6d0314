import { downloadRows } from '@/lib/analysis/explorer/downloads'
import { attachmentHeaders } from '@/lib/evidence/download-evidence'
import { defineRoute } from '@/lib/platform/route'

/** The rows that the explorer shows under the same parameters, as CSV. */
export const GET = defineRoute<{ id: string }>(async (actor, request, { id }) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const outgoing = await downloadRows(actor, { id, params })
  return new Response(outgoing.bytes, { headers: attachmentHeaders(outgoing) })
})
