/** Plain values out of a submitted form. */

/**
 * Fields by name: repeated names become arrays, names that end in `[]` always do. Framework fields (`$…`) are left out, and so is NUL,
 * which PostgreSQL keeps in no text.
 */
export function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$')) continue
    const all = form.getAll(key).map((value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
    if (key.endsWith('[]')) values[key.slice(0, -2)] = all
    else values[key] = all.length > 1 ? all : all[0]
  }
  return values
}
