/**
 * The format that a mapping describes. The names in it were chosen by people: they reach the engine as bound parameters alone,
 * and places in lists as whole numbers.
 */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import { type FieldPath, pathKey, valueAt } from '@/lib/signals/mapping/field-path'
import { type LogMapping, mappableColumns, type NamedMapping } from '@/lib/signals/mapping/log-mapping'
import { columnOfText } from './canonical'
import { messagesOf, partsText, promptOf, systemPromptOf } from './chat-sql'
import type { LogFormat, SourceRecord } from './log-format'
import { address, domainOf, filled } from './sql-values'
import { writtenTime } from './written-time'

export type MappedFormat = LogFormat & { named: NamedMapping | null }

type Steps = { sql: Record<string, string>; params: Record<string, string>; nameOf: (path: FieldPath) => string }

/** `named` is given for a mapping that was saved; its name and version then name the format. */
export function mappedFormat(mapping: LogMapping, named: NamedMapping | null = null): MappedFormat {
  const chosen = mappableColumns.flatMap((name) => {
    const path = mapping.columns[name]
    return path ? [{ name, path }] : []
  })
  const { sql: steps, params, nameOf } = stepsTo(chosen.map(({ path }) => path))
  const { notation, zone } = mapping.time
  const understands = (text: string) => writtenTime(text, notation, zone !== null)
  const columns = Object.fromEntries(
    chosen.map(({ name, path }) => [name, columnSql(name, nameOf(path), understands)]),
  ) as LogFormat['columns']
  return {
    id: named ? `mapping “${named.name}”, version ${named.version}` : 'mapping',
    name: named?.name ?? 'A mapping',
    rows: 'requests',
    recognises: (record) => fits(mapping, record),
    fields: [],
    steps: { fields: "JSONExtract(line, 'Map(String, Nullable(String))')", ...steps },
    time: mapping.columns.timestamp ? nameOf(mapping.columns.timestamp) : 'NULL',
    understands,
    params: zone === null ? params : { ...params, zone },
    readNames: [
      ...new Set(chosen.filter(({ path }) => path.length === 1).map(({ path }) => `{${nameOf(path)}:String}`)),
    ],
    columns,
    keeps: Object.fromEntries(chosen.flatMap(({ name, path }) => notUnderstood(name, nameOf(path), columns[name]))),
    named,
  }
}

/** One step for each path and each way to one, so that a part that several columns share is read once. */
function stepsTo(paths: readonly FieldPath[]): Steps {
  const names = new Map<string, string>()
  const sql: Record<string, string> = {}
  const params: Record<string, string> = {}
  for (const path of paths) {
    for (let length = 1; length <= path.length; length += 1) {
      const key = pathKey(path.slice(0, length))
      if (names.has(key)) continue
      const name = `field_${names.size}`
      names.set(key, name)
      const step = path[length - 1] as string | number
      if (typeof step === 'string') params[name] = step
      sql[name] = stepSql(step, name, length === 1 ? null : (names.get(pathKey(path.slice(0, length - 1))) as string))
    }
  }
  return { sql, params, nameOf: (path) => names.get(pathKey(path)) as string }
}

function stepSql(step: string | number, name: string, outer: string | null): string {
  if (outer === null) return `fields[{${name}:String}]`
  const json = `ifNull(${outer}, '')`
  if (typeof step === 'string') return `JSONExtract(${json}, {${name}:String}, 'Nullable(String)')`
  const place = Math.trunc(step) >= 0 ? Math.trunc(step) + 1 : Math.trunc(step)
  return `if(startsWith(${json}, '['), JSONExtract(${json}, ${place}, 'Nullable(String)'), NULL)`
}

/** A list of messages gives its last question, its instructions and its texts; other text is taken as it stands. */
function columnSql(name: CanonicalColumn, text: string, understands: (text: string) => string): string {
  const messages = messagesOf(text)
  const isList = `match(ifNull(${text}, ''), '^\\\\[\\\\s*\\\\{')`
  if (name === 'prompt') return `if(${isList}, coalesce(${promptOf(messages)}, ${text}), ${filled(text)})`
  if (name === 'system_prompt') return `if(${isList}, ${systemPromptOf(messages)}, ${filled(text)})`
  if (name === 'response') return partsText(text)
  if (name === 'ip') return address(text)
  if (name === 'email_domain') return `if(position(ifNull(${text}, ''), '@') > 0, ${domainOf(text)}, ${filled(text)})`
  return name === 'account_created_at' ? understands(text) : columnOfText(name, text)
}

/** A value that its column does not understand stays in `extra`, under the name of the column. */
function notUnderstood(name: CanonicalColumn, text: string, sql: string | undefined): [string, string][] {
  if (!sql || name === 'timestamp') return []
  return [[name, `if(isNull(${sql}) AND ifNull(${text}, '') != '', toJSONString(${text}), NULL)`]]
}

/** A record has the shape when it has the time, where one was chosen, else another column that tells something; and half of all chosen. */
function fits({ columns }: LogMapping, record: SourceRecord): boolean {
  const has = (path: FieldPath | undefined) => path !== undefined && (valueAt(record, path) ?? '') !== ''
  const chosen = Object.values(columns)
  const { timestamp } = columns
  const tells = timestamp ? has(timestamp) : [columns.account_id, columns.prompt, columns.response].some(has)
  return tells && chosen.filter(has).length * 2 >= chosen.length
}
