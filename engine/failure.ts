/** How a failed query is told over HTTP, so that ClickHouse's own client understands it. */

import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

export const exceptionTag = randomBytes(8).toString('hex')

/** Answers with the engine's error; after the first byte, by the mark that ends a broken result since ClickHouse 25.11. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  const message = messageOf(error)
  if (response.headersSent) {
    const length = Buffer.byteLength(message) + 1
    const mark = `__exception__\r\n${exceptionTag}`
    response.end(`\r\n${mark}\r\n${message}\n${length} ${exceptionTag}\r\n__exception__\r\n`)
    return
  }
  const code = /^Code: (\d+)/.exec(message)?.[1]
  response.writeHead(code ? 400 : 500, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': code ?? '1002',
  })
  response.end(`${message}\n`)
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const coded = /Code: \d+\. DB::Exception: /.exec(message)
  return coded ? message.slice(coded.index) : `Code: 1002. DB::Exception: ${message} (UNKNOWN_EXCEPTION)`
}
