import { z } from 'zod'
import { downloadExport } from '@/lib/exports/commands'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route'

/** A kept export, as an attachment. */
export const GET = defineRoute<{ id: string }>(async (actor, _, { id }) => {
  if (!z.guid().safeParse(id).success) throw new AppError('not-found', 'There is no such export.')
  const { bytes, headers } = await downloadExport(actor, { exportId: id })
  return new Response(bytes, { headers })
})
