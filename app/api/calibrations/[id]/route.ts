import { profileDownload } from '@/lib/calibration/queries'
import { attachmentHeaders } from '@/lib/evidence/download-evidence'
import { defineRoute } from '@/lib/platform/route'

/** The profile that a calibration made, to the byte of its hash, as an attachment. */
export const GET = defineRoute<{ id: string }>(async (actor, _, { id }) => {
  const { name, bytes } = await profileDownload(actor, id)
  return new Response(new Uint8Array(bytes), { headers: attachmentHeaders({ name, size: bytes.length }) })
})
