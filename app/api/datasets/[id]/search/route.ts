import { Readable } from 'node:stream'
import { searchLines } from '@/lib/analysis/explorer/search-lines'
import { defineRoute } from '@/lib/platform/route'

/** News of a search under the explorer's parameters, one JSON a line, while it goes on; whoever hangs up ends it. */
export const GET = defineRoute<{ id: string }>(async (actor, request, { id }) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const news = await searchLines(actor, { id, params, signal: request.signal })
  const lines = Readable.from(asLines(news), { objectMode: false })
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  })
})

async function* asLines(news: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const one of news) yield Buffer.from(`${JSON.stringify(one)}\n`)
}
