/** Turns one HTTP request of ClickHouse's interface into a statement. */

import type { IncomingMessage } from 'node:http'
import type { Statement } from './query'

const maxBodyBytes = 256 * 1024 ** 2

/** Settings that concern the HTTP server of ClickHouse alone. */
const ofTheWire = new Set([
  'query',
  'query_id',
  'session_id',
  'session_timeout',
  'session_check',
  'database',
  'default_format',
  'role',
  'compress',
  'decompress',
  'wait_end_of_query',
  'buffer_size',
  'enable_http_compression',
  'http_zlib_compression_level',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'user',
  'password',
  'quota_key',
  'http_write_exception_in_output_format',
  'cancel_http_readonly_queries_on_client_close',
])

/** Reads SQL (query string, then body), format, parameters and settings. Throws on a name that is not a plain word. */
export async function readStatement(request: IncomingMessage): Promise<Statement> {
  const query = new URL(request.url ?? '/', 'http://engine').searchParams
  const parts = [query.get('query') ?? '', await readBody(request)].filter((part) => part !== '')
  const { sql, format } = splitFormat(parts.join('\n'))
  const statement: Statement = {
    sql,
    format: format ?? query.get('default_format') ?? 'TabSeparated',
    parameters: {},
    settings: {},
  }
  for (const [name, value] of query) {
    if (ofTheWire.has(name)) continue
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error('A setting or parameter has an unusable name')
    if (name.startsWith('param_')) statement.parameters[name.slice('param_'.length)] = value
    else statement.settings[name] = value
  }
  return statement
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) throw new Error('The statement is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The client writes the format at the end of the SQL; chDB takes it apart from it. */
function splitFormat(text: string): { sql: string; format?: string } {
  const found = /\s+FORMAT\s+([A-Za-z]+)\s*;?\s*$/i.exec(text)
  return found?.[1] ? { sql: text.slice(0, found.index), format: found[1] } : { sql: text.replace(/;\s*$/, '') }
}
