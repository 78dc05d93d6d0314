/** What a person says about the fields of an unknown log, from the form. Isomorphic. */

import { z } from 'zod'
import { plainLine } from '@/lib/platform/plain-line'
import { fieldPath } from '@/lib/signals/mapping/field-path'
import { logMapping, mappableColumns, timeNotations } from '@/lib/signals/mapping/log-mapping'

/** A path as the form sends it: its JSON; nothing for a column that stays empty. */
const sentPath = z
  .string()
  .max(4_000)
  .transform((text, context) => {
    const parsed = fieldPath.safeParse(jsonOf(text))
    if (parsed.success) return parsed.data
    context.addIssue('Choose a field from the list.')
    return z.NEVER
  })

const form = z.object({
  ...Object.fromEntries(
    mappableColumns.map((name) => [name, z.union([z.literal('').transform(() => undefined), sentPath]).optional()]),
  ),
  notation: z.enum(timeNotations, 'Say how the times are written.'),
  zone: z.string().default(''),
})

/** The mapping that the fields of the form say; `zone` is `stated` where every time states its own. */
export const mappingForm = z.looseObject({}).transform((sent, context) => {
  const parsed = form.safeParse(sent)
  if (!parsed.success) return pass(parsed.error.issues, context)
  const { notation, zone, ...paths } = parsed.data
  if (zone === '') return pass([{ message: 'Say which zone the times are in.', path: ['zone'] }], context)
  const columns = Object.fromEntries(Object.entries(paths).filter(([, path]) => path !== undefined))
  const mapping = logMapping.safeParse({ columns, time: { notation, zone: zone === 'stated' ? null : zone } })
  return mapping.success ? mapping.data : pass(mapping.error.issues, context)
})

type Issue = { message: string; path: PropertyKey[] }

function pass(issues: readonly Issue[], context: z.RefinementCtx): never {
  for (const { message, path } of issues)
    context.addIssue({ code: 'custom', message, path: path.filter((step) => step !== 'columns' && step !== 'time') })
  return z.NEVER
}

const mappingName = plainLine.pipe(
  z.string().min(3, 'Give the mapping a name, so that the next file can use it.').max(100),
)

export const readWithMappingForm = z
  .looseObject({ evidenceId: z.uuid(), name: mappingName })
  .transform(({ evidenceId, name, ...fields }, context) => {
    const mapping = mappingForm.safeParse(fields)
    return mapping.success ? { evidenceId, name, mapping: mapping.data } : pass(mapping.error.issues, context)
  })
export type ReadWithMapping = z.infer<typeof readWithMappingForm>

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
