/** What files and exports may be called. */

import { files, sources } from './sources'

const empty = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'constants',
  'service',
  'services',
  'index',
]
const given = /^(AGENTS|README|LICENSE|CHANGELOG)\.md$/
const kebab = /^[.[(]?[a-z0-9_]+([.-][a-z0-9_]+)*[\])]?$/

/** Files and folders whose names say nothing, or are not in kebab-case. */
export function badNames(): string[] {
  return files.flatMap((path) =>
    path.split('/').flatMap((part) => {
      const stem = part.replace(/\.(test|db\.test|e2e|d)?\.?[a-z]+$/, '')
      if (empty.includes(stem)) return [`${path}: the name "${part}" says nothing; name the concept.`]
      const isRoute = path.startsWith('app/') && /^[[(]/.test(part)
      if (!kebab.test(part) && !given.test(part) && !isRoute) return [`${path}: "${part}" is not in kebab-case.`]
      return []
    }),
  )
}

const wantedByNext =
  /^app\/.*(page|layout|error|not-found|loading|template|default|global-error|route|opengraph-image)\.tsx?$/
const wantedByTools =
  /^[^/]+\.config\.(ts|js|mjs)$|^(proxy|instrumentation|postcss\.config)\.|^tests\/start-services\.ts$|^e2e\/remove-data-folder\.ts$/

/** Default exports where neither Next nor a tool asks for one. */
export function defaultExports(): string[] {
  return sources
    .filter(({ path }) => !wantedByNext.test(path) && !wantedByTools.test(path))
    .filter(({ program }) => program.body.some(({ type }) => type === 'ExportDefaultDeclaration'))
    .map(({ path }) => `${path} has a default export: name what it gives.`)
}

/** Files that only pass on what others export. */
export function barrels(): string[] {
  return sources
    .filter(({ program }) => program.body.length > 1)
    .filter(({ program }) =>
      program.body.every(
        (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source),
      ),
    )
    .map(({ path }) => `${path} only passes on what others export: import from where it is.`)
}
