import { attachmentHeaders } from '@/lib/evidence/download-evidence'
import { planDownload } from '@/lib/planning/queries'
import { defineRoute } from '@/lib/platform/route'

/** A plan as it was frozen, to the byte of its hash, as an attachment. */
export const GET = defineRoute<{ id: string }>(async (actor, _, { id }) => {
  const { name, bytes } = await planDownload(actor, id)
  return new Response(new Uint8Array(bytes), { headers: attachmentHeaders({ name, size: bytes.length }) })
})
