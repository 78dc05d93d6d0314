/** One statement on a session of its own: limits, settings and parameters of one request never reach another. */

import { randomUUID } from 'node:crypto'
import { Session } from 'chdb'

export type Statement = {
  sql: string
  /** Output format by its ClickHouse name. */
  format: string
  /** Parameter values as they came over HTTP: escaped once, the way the engine expects them. */
  parameters: Record<string, string>
  settings: Record<string, string>
}

export type RunningQuery = {
  /** Bytes of the result in the asked format, in order. */
  chunks: AsyncIterable<Uint8Array>
  /** Asks the engine to end the query; resolves when the request was made, not when the query has ended. */
  kill(): Promise<void>
  close(): void
}

/** Formats whose chunks can be joined; any other has a head or a tail and is made whole first. */
const rowFormats = new Set(['JSONEachRow', 'JSONCompactEachRow', 'CSV', 'TabSeparated', 'TSV'])

/** Opens a session on `folder`, sets what the statement asks for, and starts it. */
export function startQuery(folder: string, statement: Statement): RunningQuery {
  const session = new Session(folder)
  const mark = `/* ${randomUUID()} */`
  return {
    chunks: run(session, mark, statement),
    kill: () => killQuery(folder, mark),
    close: () => session.close(),
  }
}

async function* run(session: Session, mark: string, { sql, format, parameters, settings }: Statement) {
  await assign(session, Object.entries(settings))
  await assign(
    session,
    Object.entries(parameters).map(([name, value]) => [`param_${name}`, value]),
  )
  const marked = `${mark} ${sql}`
  if (!/^\s*\(*\s*(SELECT|WITH)\b/i.test(sql) || !rowFormats.has(format)) {
    yield (await session.queryAsync(marked, { format })).bytes()
    return
  }
  for await (const chunk of session.queryStream(marked, { format })) yield chunk.raw()
}

/** Settings come first: one of them allows parameters to be long. */
async function assign(session: Session, values: [name: string, value: string][]): Promise<void> {
  if (values.length === 0) return
  await session.queryAsync(`SET ${values.map(([name, value]) => `${name} = ${literal(value)}`).join(', ')}`)
}

/** Aborting a stream waits for the chunk being computed, and an INSERT cannot be aborted at all; this ends both. */
async function killQuery(folder: string, mark: string): Promise<void> {
  const session = new Session(folder)
  try {
    await session.queryAsync(`KILL QUERY WHERE startsWith(query, '${mark}') ASYNC`)
  } finally {
    session.close()
  }
}

/** A string literal of the engine's SQL. Names beside it are checked by the caller. */
function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`
}
