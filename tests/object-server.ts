/** A folder as a bucket of objects over HTTP on loopback: enough of S3 for an engine to read whole objects and ranges. */

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export type ObjectServer = { url: string; requests: string[]; stop(): void }

/** Serves `folder` under `url`; only to requests that are signed with the access key. */
export async function serveObjects(folder: string, accessKey: string): Promise<ObjectServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (!request.headers.authorization?.includes(`Credential=${accessKey}/`)) return void response.writeHead(403).end()
    answer(join(folder, new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/bucket\//, '')), request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/`, requests, stop }
}

function answer(path: string, { method, headers }: IncomingMessage, response: ServerResponse): void {
  if (!existsSync(path)) return void response.writeHead(404).end()
  const bytes = readFileSync(path)
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
  const start = Number(from ?? 0)
  const end = Math.min(to ? Number(to) : bytes.length - 1, bytes.length - 1)
  const part = bytes.subarray(start, end + 1)
  const about = { 'content-length': part.length, 'accept-ranges': 'bytes', etag: '"1"' }
  if (from === undefined) response.writeHead(200, about)
  else response.writeHead(206, { ...about, 'content-range': `bytes ${start}-${end}/${bytes.length}` })
  response.end(method === 'HEAD' ? undefined : part)
}
