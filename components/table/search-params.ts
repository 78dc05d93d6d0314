/** Addresses that differ from the present one in a few parameters: how filters, sort and pages live in the URL. Pure. */

/** What a page receives as `await searchParams`. */
export type SearchParams = Record<string, string | string[] | undefined>

/** All values of one parameter; none is an empty list. */
export function valuesOf(params: SearchParams, name: string): string[] {
  const value = params[name]
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The first value of one parameter. */
export function firstValueOf(params: SearchParams, name: string): string | undefined {
  return valuesOf(params, name)[0]
}

/** `path` with `params` changed; null or an empty list takes a parameter away. Order of parameters is kept stable by name. */
export function addressWith(
  path: string,
  params: SearchParams,
  changes: Record<string, string | string[] | null>,
): string {
  const query = new URLSearchParams()
  const names = [...new Set([...Object.keys(params), ...Object.keys(changes)])].sort()
  for (const name of names) {
    const changed = changes[name]
    const values = changed === undefined ? valuesOf(params, name) : changed === null ? [] : [changed].flat()
    for (const value of values) if (value !== '') query.append(name, value)
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** Parameters that place a reader within a list; a change of filter or sort starts again at the top. */
export const placeParams = { after: null, before: null } as const
