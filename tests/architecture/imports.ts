/** Who may import whom, as a table of [from, must not import, because]. */

import { isTest, sources } from './sources'

type Rule = { from: RegExp; not: RegExp; because: string /** Types alone may cross. */; types?: true }

const pure = 'it is pure science: no database, no web framework, and the engine comes in as an argument'

const rules: Rule[] = [
  {
    from: /^app\/(?!.*\/route\.tsx?$)/,
    not: /^lib\/(?!platform)[^/]+\/(commands|jobs)$|^lib\/(signals|comparison)\//,
    because: 'a page reads by queries and changes by actions',
    types: true,
  },
  {
    from: /^app\//,
    not: /^lib\/platform\/(db|connections)$|^prisma\/|^@prisma\/|^pg$|^graphile-worker/,
    because: 'routing holds no database access: ask a query or a command',
  },
  {
    from: /^components\/(ui|layout|table|form|chart)\//,
    not: /^app\/|^lib\/(?!platform\/format-|platform\/form-values$|platform\/action-result$|platform\/offer$|charts\/)|^components\/(?!ui\/|layout\/|table\/|form\/|chart\/)/,
    because: 'these parts know no domain noun and could ship in another product',
  },
  {
    from: /^components\//,
    not: /^app\/|^prisma\/|^@prisma\/|^lib\/platform\/(db|connections|env|session)$|^lib\/[^/]+\/(commands|jobs|queries)$/,
    because: 'a component shows what it is given; types of queries may cross',
    types: true,
  },
  {
    from: /^lib\//,
    not: /^(app|components|worker|bin|scripts|bench)\//,
    because: 'the domain does not know who uses it',
  },
  {
    from: /^lib\/(?!platform\/)[^/]+\/(?!actions\.ts)/,
    not: /^next(\/|$)|^next-auth|^react(-dom)?(\/|$)/,
    because: 'the domain knows no web framework; only actions and the platform do',
  },
  { from: /^lib\/(signals|comparison)\//, not: /^prisma\/|^@prisma\/|^next|^react|^pg$/, because: pure },
  {
    from: /^lib\/(signals|comparison)\//,
    not: /^lib\/(?!signals\/|comparison\/|platform\/(errors|engine|format-)|custody\/canonical)/,
    because: pure,
    types: true,
  },
  {
    from: /^lib\/platform\//,
    not: /^lib\/(?!platform\/|custody\/|people\/)/,
    because:
      'the platform carries the domain, it does not know it (it records by custody and asks people who is there)',
    types: true,
  },
  {
    from: /^lib\/(?!platform\/)/,
    not: /^lib\/platform\/connections$|^@prisma\/client|^@prisma\/adapter-pg|^pg$/,
    because: 'the only way to the database is lib/platform/db',
  },
  {
    from: /^(worker|bin)\//,
    not: /^app\/|^components\/|^next(\/|$)|^lib\/platform\/session$|^lib\/[^/]+\/actions$/,
    because: 'a process without a browser has no session and no page',
  },
  {
    from: /^engine\//,
    not: /^(?!node:|lib\/platform\/(engine|env$|errors$)|engine\/|chdb)/,
    because: 'the engine runs apart and knows nothing of cases, people or the database',
  },
  {
    from: /^(app|components|lib|worker|engine|bin)\//,
    not: /^tests\/|^e2e\/|^bench\/(?!.*generat)/,
    because: 'the product does not depend on its tests',
  },
  { from: /./, not: /^next\/font\/google/, because: 'nothing is fetched from anywhere; fonts come with the packages' },
]

/** One sentence for each import that the table forbids. */
export function forbiddenImports(): string[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ target, typeOnly }) =>
        rules
          .filter((rule) => rule.from.test(path) && rule.not.test(target) && !(rule.types && typeOnly))
          .map((rule) => `${path} must not import ${target}: ${rule.because}.`),
      ),
    )
}

/** Across rooms by `@/…`, inside one by `./…`: a path that climbs out of its room hides where it leads. */
export function climbingImports(): string[] {
  const room = (path: string) => {
    const parts = path.split('/')
    return parts.slice(0, /^(lib|components)$/.test(parts[0] ?? '') ? 2 : 1).join('/')
  }
  // A plain script runs before anything knows what `@/` means.
  const named = sources.filter(({ path }) => !path.endsWith('.mjs') && path !== 'playwright.config.ts')
  return named.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, written }) => written.startsWith('../') && room(target) !== room(path))
      .map(({ target, written }) => `${path} climbs by '${written}': write '@/${target}'.`),
  )
}
