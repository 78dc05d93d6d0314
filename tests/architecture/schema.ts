/** What the database schema may do on its own: cascades are listed with a reason, the record and the evidence never vanish. */

import { files, textOf } from './sources'

/** `Model.field` of every relation that deletes or clears on its own, with the reason why that loses nothing. */
const cascades: Record<string, string> = {
  'Session.person': 'a session is an operational note about a person, and people are only ever deactivated',
}

type Relation = { key: string; rule: string | null; file: string }

function relations(): Relation[] {
  return files
    .filter((path) => path.startsWith('prisma/schema/'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, model, body = '']) =>
        [...body.matchAll(/^\s+(\w+)\s+\w+\??\s+@relation\((.*)\)/gm)]
          .filter(([, , options = '']) => options.includes('fields:'))
          .map(([, field, options = '']) => ({
            key: `${model}.${field}`,
            rule: options.match(/onDelete:\s*(\w+)/)?.[1] ?? null,
            file,
          })),
      ),
    )
}

/** Relations that delete on their own without being listed, and relations that do not say what they do. */
export function unlistedCascades(): string[] {
  return relations().flatMap(({ key, rule, file }) => {
    if (rule === null) return [`${file}: ${key} does not say onDelete. Restrict is the rule.`]
    if (rule !== 'Restrict' && rule !== 'NoAction' && !(key in cascades)) {
      return [`${file}: ${key} has onDelete: ${rule}. Use Restrict, or list it with its reason.`]
    }
    return []
  })
}

/** Listed cascades that are no longer there. */
export function staleCascades(): string[] {
  const present = new Set(
    relations()
      .filter(({ rule }) => rule !== 'Restrict')
      .map(({ key }) => key),
  )
  return Object.keys(cascades)
    .filter((key) => !present.has(key))
    .map((key) => `${key} is listed but cascades no more.`)
}

/** Times without a zone: every time of the product is UTC with a zone, every day a date. */
export function zonelessTimes(): string[] {
  return files
    .filter((path) => path.startsWith('prisma/schema/'))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .filter((line) => /\sDateTime\??\s/.test(`${line} `) && !/@db\.(Timestamptz|Date)\b/.test(line))
        .map((line) => `${path}: "${line.trim()}" needs @db.Timestamptz(3) or @db.Date.`),
    )
}
