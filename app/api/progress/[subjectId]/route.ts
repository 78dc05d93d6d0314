import { z } from 'zod'
import { progressOf } from '@/lib/evidence/progress-of'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route'

/** How far the work on one evidence item or run is. */
export const GET = defineRoute<{ subjectId: string }>(async (actor, _, { subjectId }) => {
  if (!z.guid().safeParse(subjectId).success) throw new AppError('not-found', 'There is no such work.')
  return Response.json(await progressOf(actor, subjectId), { headers: { 'cache-control': 'no-store' } })
})
