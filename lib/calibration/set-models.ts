/** The models of a reference set as they are kept: by name, and by the hash of the bytes that hold their answers. */

import { z } from 'zod'
import { canonicalText } from '@/lib/custody/canonical'

const setModel = z.object({
  name: z.string(),
  /** Name in the file's `model` column; null when the file holds one model. */
  model: z.string().nullable(),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type SetModel = z.infer<typeof setModel>

/** The models that a version holds. */
export function readSetModels(text: string): SetModel[] {
  return z.array(setModel).parse(JSON.parse(text))
}

/** The same as canonical text, by name. */
export function writeSetModels(models: readonly SetModel[]): string {
  return canonicalText([...models].sort((a, b) => (a.name < b.name ? -1 : 1)))
}
