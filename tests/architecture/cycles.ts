/** No file needs itself: each import cycle is found once and shown as the way round. */

import { sources } from './sources'

const known = new Map(sources.map(({ path }) => [path.replace(/(\/index)?\.(tsx?|mjs|js)$/, ''), path]))

const needs = new Map(
  sources.map(({ path, imports }) => [
    path,
    imports
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ target }) => known.get(target.replace(/\.(tsx?|mjs|js)$/, '')))
      .filter((target) => target !== undefined),
  ]),
)

/** The cycles among imports that exist at run time, each as `a → b → a`. */
export function cycles(): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: string[]) => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const target of needs.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}
