/** Words, calls and marks that have no place in the product. */

import { files, isTest, sources, textOf } from './sources'

type Ban = { what: RegExp; in: (path: string) => boolean; because: string }

const isSource = (path: string) => /\.(tsx?|mjs|js)$/.test(path)
const isText = (path: string) => /\.(tsx?|mjs|js|json|md|sql|prisma|ya?ml|css)$|^bin\/|^\.ci\//.test(path)
const own = /^tests\/architecture\//

const bans: Ban[] = [
  {
    what: /process\.env\b/,
    in: (path) =>
      isSource(path) &&
      /^(app|components|lib|worker|engine|bin|bench|prisma|proxy)/.test(path) &&
      !isTest(path) &&
      path !== 'lib/platform/env.ts' &&
      // It reads NODE_ENV alone, which the bundler replaces by a word.
      path !== 'proxy.ts',
    because: 'settings are read in lib/platform/env.ts alone',
  },
  { what: /\boops\b/i, in: isText, because: 'a message says what happened and what to do' },
  {
    what: /\p{Extended_Pictographic}(?<![©®™↔↕↖-↙↩↪▪▫▶◀◻-◾☑✓✔✖✗✘])/u,
    in: (path) => isText(path) && !isTest(path),
    because: 'no emoji',
  },
  {
    what: /(^|[\s'"`(])\/work\/|\.\.\/shared\b/,
    in: isText,
    because: 'the repository knows nothing of the place it was written in',
  },
  { what: /\bvi\.mock\(/, in: isTest, because: 'nothing that is ours is mocked' },
  { what: /waitForTimeout\(/, in: isTest, because: 'a test waits for what it wants to see, never for time' },
  { what: /toMatchSnapshot\(|toMatchFileSnapshot\(/, in: isTest, because: 'a snapshot file is read by nobody' },
  { what: /\b(test|it|describe)\.only\(/, in: isTest, because: 'the other tests would not run' },
  {
    what: /dangerouslySetInnerHTML/,
    in: (path) => isSource(path) && !isTest(path),
    because: 'no user content is rendered as markup',
  },
  {
    what: /\$(queryRawUnsafe|executeRawUnsafe)\b/,
    in: (path) => isSource(path) && !isTest(path),
    because: 'text never becomes SQL',
  },
]

/** Each place of a banned word, with its line. */
export function bannedWords(): string[] {
  return files
    .filter((path) => !own.test(path) && path !== 'package-lock.json')
    .flatMap((path) => {
      const due = bans.filter((ban) => ban.in(path))
      if (due.length === 0) return []
      return textOf(path)
        .split('\n')
        .flatMap((line, at) =>
          due.filter(({ what }) => what.test(line)).map((ban) => `${path}:${at + 1}: ${ban.because}.`),
        )
    })
}

/** Modules that do not open with a sentence that says what they guarantee. */
export function withoutOpening(): string[] {
  return sources
    .filter(({ path }) => /^(lib|worker|engine|bin|scripts)\//.test(path) && !isTest(path) && !path.endsWith('.d.ts'))
    .filter(({ text }) => !/^(#!.*\n)?(['"]use (server|client)['"]\n+)?\/\*\*/.test(text))
    .map(({ path }) => `${path} does not open with a sentence on what it guarantees.`)
}
