import { valuesOfColumn } from '@/lib/analysis/explorer/explorer-suggestions'
import { defineRoute } from '@/lib/platform/route'

/** Values of one column that contain what was typed, as JSON. */
export const GET = defineRoute<{ id: string }>(async (actor, request, { id }) => {
  const params = new URL(request.url).searchParams
  const asked = { column: params.get('column') ?? '', part: params.get('part') ?? '' }
  return Response.json(await valuesOfColumn(actor, id, asked))
})
