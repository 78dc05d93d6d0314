import { cancelUpload, finishUpload } from '@/lib/evidence/receive-upload'
import { finishUpload as finishSchema } from '@/lib/evidence/schema'
import { answerUpload } from '@/lib/evidence/tus-server'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route'

type Params = { path?: string[] }

const protocol = defineRoute<Params>((actor, request) => answerUpload(actor, request))

export { protocol as HEAD, protocol as OPTIONS, protocol as PATCH }

/** `POST /api/uploads` starts an upload; `POST /api/uploads/ID/finish` with `{ sha256 }` makes it evidence. */
export const POST = defineRoute<Params>(async (actor, request, { path = [] }) => {
  const [uploadId, verb] = path
  if (path.length === 0) return answerUpload(actor, request)
  const input = finishSchema.safeParse({ uploadId, sha256: null, ...(await request.json().catch(() => ({}))) })
  if (verb !== 'finish' || !input.success) throw new AppError('invalid-input', 'That is not a call that uploads know.')
  return Response.json({ evidenceId: await finishUpload(actor, { ...input.data, uploadId: uploadId as string }) })
})

export const DELETE = defineRoute<Params>(async (actor, _, { path = [] }) => {
  await cancelUpload(actor, { uploadId: path[0] ?? '' })
  return new Response(null, { status: 204, headers: { 'tus-resumable': '1.0.0' } })
})
