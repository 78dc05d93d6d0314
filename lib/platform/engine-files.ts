/** The one place that knows how an engine reaches a file: our SQL always says `file({name:String}, …)` with a path of ours. */

import { isAbsolute, join, relative, sep } from 'node:path'
import { AppError } from './errors'

/**
 * `folder`: the server sees our data folder `home` under the path `seen`. `objects`: it reads what lies under `home/blobs` as objects
 * of the same names through a named collection of its own, on every shard of `cluster` when there is one.
 */
export type FileAccess =
  | { kind: 'folder'; home: string; seen: string }
  | { kind: 'objects'; home: string; collection: string; cluster: string | null }

type Statement = { sql: string; params?: Record<string, unknown> }

const fileCall = /\bfile\(\{(\w+):String\}(?:,\s*'?(\w+)'?)?(?:,[^()]*)?\)/g
const insertIntoFile = /\bINSERT\s+INTO\s+FUNCTION\s+file\(/i

/** The statement as the engine of this access understands it; as it is when there is none. Values stay parameters. */
export function throughAccess({ sql, params = {} }: Statement, access?: FileAccess): Statement {
  if (!access) return { sql, params }
  const names = new Set([...sql.matchAll(fileCall)].map(([, name]) => name as string))
  if (names.size === 0) return { sql, params }
  if (access.kind === 'objects' && insertIntoFile.test(sql)) throw notHere()
  const placed = [...names].map((name) => [name, placeOf(String(params[name]), access)] as const)
  const there = { ...params, ...Object.fromEntries(placed) }
  if (access.kind === 'folder') return { sql, params: there }
  return {
    sql: sql.replace(fileCall, (_, name, format = 'Parquet') => objectCall(access, name, format)),
    params: there,
  }
}

function placeOf(path: string, access: FileAccess): string {
  const within = relative(access.kind === 'folder' ? access.home : join(access.home, 'blobs'), path)
  if (within === '' || within.startsWith('..') || isAbsolute(within)) throw notHere()
  return access.kind === 'folder' ? join(access.seen, within) : within.split(sep).join('/')
}

/** Address and keys of the objects are in the server's named collection: we neither hold them nor send them. */
function objectCall({ collection, cluster }: FileAccess & { kind: 'objects' }, name: string, format: string): string {
  const source = `${collection}, filename = {${name}:String}, format = '${format}'`
  return cluster === null ? `s3(${source})` : `s3Cluster('${cluster}', ${source})`
}

function notHere(): AppError {
  const sentence = 'The log engine of this installation can not reach a file that this needs. Tell your administrator.'
  return new AppError('unavailable', sentence)
}

/** A name that may stand in SQL as it is. Throws for any other, because settings become SQL here. */
export function plainName(text: string, setting: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return text
  throw new AppError('unavailable', `${setting} must be one word of letters, digits and underscores.`)
}
