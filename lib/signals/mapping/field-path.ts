/** Where a value stands in a record: names of objects and places in lists, from the outside in. */

import { z } from 'zod'

export const deepestPath = 8
export const longestName = 256

const name = z.string().min(1).max(longestName)
/** Zero-based from the front; -1 is the last. */
const place = z.number().int().min(-100).max(999)

export const fieldPath = z
  .array(z.union([name, place]))
  .min(1)
  .max(deepestPath)
  .refine(([first]) => typeof first === 'string')
export type FieldPath = z.infer<typeof fieldPath>

const plain = /^[\p{L}_$@][\p{L}\p{N}_$@#%()/-]*( [\p{L}\p{N}_$@#%()/-]+)*$/u

/** The path as people write it: `usage.prompt_tokens`, `choices[0].message`, `Prompt text`, `["a.b"]`. For reading only, never for SQL. */
export function pathText(path: FieldPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!plain.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}

/** One text for each path and no other, to compare by. */
export const pathKey = (path: FieldPath): string => JSON.stringify(path)

/** The value at `path`; a text that holds JSON is opened on the way. Undefined where there is none. */
export function valueAt(record: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => {
    const opened = opensAsJson(value) ?? value
    if (typeof step === 'number') return Array.isArray(opened) ? opened.at(step) : undefined
    if (typeof opened !== 'object' || opened === null || Array.isArray(opened)) return undefined
    return Object.hasOwn(opened, step) ? (opened as Record<string, unknown>)[step] : undefined
  }, record)
}

/** The object or list that a text holds; undefined for every other value. */
export function opensAsJson(value: unknown): object | undefined {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return undefined
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}
