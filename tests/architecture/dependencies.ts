/** What we depend on: free to use and to pass on, pinned, and from no registry in particular. */

import { textOf } from './sources'

type Locked = { license?: string; dev?: boolean; resolved?: string }

const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'MIT OR Apache-2.0',
  'MIT and ISC',
])

/** Packages under another licence, each with the reason why it may stay. */
const reviewed: [RegExp, string][] = [
  [/^@fontsource(-variable)?\//, 'fonts under OFL-1.1, passed on unchanged'],
  [/^lightningcss/, 'MPL-2.0, used unchanged while building the styles'],
  [/^@img\/sharp-/, 'LGPL-3.0, an optional part of Next that is linked dynamically and not used'],
  [/^caniuse-lite$/, 'CC-BY-4.0 data, used while building'],
  [/^axe-core$|^@axe-core\/playwright$/, 'MPL-2.0, used unchanged by tests alone'],
  [/^elkjs$/, 'EPL-2.0, comes with the Prisma command line and is never loaded by the product'],
  [/^json-schema$/, 'types alone, of the model SDKs; taken under the BSD-3-Clause of its two licences'],
  [/^(combine-errors|png-js|seq-queue)$/, 'MIT by the LICENSE file in the package; its package.json says nothing'],
]

const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }

/** Packages whose licence is neither permissive nor reviewed. */
export function unreviewedLicences(): string[] {
  return Object.entries(lock.packages).flatMap(([path, { license }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (name === '' || permissive.has(license ?? '') || reviewed.some(([which]) => which.test(name))) return []
    return [`${name} is under ${license ?? 'an unknown licence'}: take another, or review it and write down why.`]
  })
}

/** A host in the lock file would tie everybody to one registry. */
export function registryHosts(): string[] {
  return Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([path]) => `package-lock.json names a registry for ${path}.`)
}

/** Versions that are not exact. */
export function loosePins(): string[] {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d/.test(version))
    .map(([name, version]) => `${name}@${version} is not pinned to one version.`)
}
