import { z } from 'zod'
import { mappingPreview } from '@/lib/evidence/mapping-page'
import { mappingForm } from '@/lib/evidence/mapping-schema'
import { AppError } from '@/lib/platform/errors'
import { formValues } from '@/lib/platform/form-values'
import { defineRoute } from '@/lib/platform/route'

/** The fields of the mapping form in, the rows that it would give out. Nothing is changed; it is a POST because a mapping is long. */
export const POST = defineRoute<{ evidenceId: string }>(async (actor, request, { evidenceId }) => {
  if (!z.guid().safeParse(evidenceId).success) throw new AppError('not-found', 'There is no such evidence item.')
  const sent = formValues(await request.formData())
  const mapping = mappingForm.safeParse({ ...sent, zone: sent.zone || 'stated' })
  if (!mapping.success) throw new AppError('invalid-input', mapping.error.issues[0]?.message ?? 'Choose the fields.')
  const preview = await mappingPreview(actor, { evidenceId, mapping: mapping.data })
  return Response.json(preview, { headers: { 'cache-control': 'no-store' } })
})
