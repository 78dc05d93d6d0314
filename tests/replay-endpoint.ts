/** A server of this test that answers in each provider's wire shape with answers of our own, and misbehaves on demand. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from '@/lib/collection/schema'

export type Misbehaviour =
  | 'too-many'
  | 'broken'
  | 'cut'
  | 'not-json'
  | 'silent'
  | 'wrong-key'
  | 'elsewhere'
  | 'empty'
  | 'tells-key'
  | 'refuses-prompt'

/** One request as it came. */
export type Heard = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown>; prompt: string }

export type Replay = {
  /** `http://127.0.0.1:PORT`, without a path. */
  address: string
  heard: Heard[]
  /** How often a prompt was asked. */
  timesAsked: (prompt: string) => number
  close: () => Promise<void>
}

type Behave = (heard: Heard, count: number) => Misbehaviour | null

/** Starts one on `port`, any that is free by default. `behave` hears how often the same prompt was asked, from 1. */
export async function startReplay(
  answer: (prompt: string, body: Record<string, unknown>) => string,
  behave: Behave = () => null,
  port = 0,
): Promise<Replay> {
  const heard: Heard[] = []
  const timesAsked = (prompt: string) => heard.filter((one) => one.prompt === prompt).length
  const server = createServer(async (request, response) => {
    const one = await hear(request)
    heard.push(one)
    const wrong = behave(one, timesAsked(one.prompt))
    const shape = shapeOf(one.path)
    const body = JSON.stringify(shapes[shape](answer(one.prompt, one.body), one))
    if (wrong) misbehave(wrong, { one, response, body })
    else response.writeHead(200, jsonHeaders).end(body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { address, heard, timesAsked, close }
}

/** The base address of a provider's interface at this server. */
export const baseOf = (provider: Provider, address: string): string =>
  address + { OPENAI_COMPATIBLE: '/v1', ANTHROPIC: '/v1', GEMINI: '/v1beta', BEDROCK: '', AZURE: '/openai' }[provider]

const jsonHeaders = { 'content-type': 'application/json', 'x-request-id': 'req-1', 'set-cookie': 'session=1' }

async function hear(request: IncomingMessage): Promise<Heard> {
  let text = ''
  for await (const chunk of request) text += chunk
  const body = JSON.parse(text)
  return { path: request.url ?? '', headers: request.headers, body, prompt: promptIn(body) }
}

type Part = { text: string }
type Body = { messages?: { role: string; content: string | Part[] }[]; contents?: { parts: Part[] }[] }

function promptIn({ messages = [], contents = [] }: Body): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? contents[0]?.parts ?? ''
  return typeof content === 'string' ? content : (content[0]?.text ?? '')
}

type Shape = 'chat' | 'messages' | 'gemini' | 'converse'

function shapeOf(path: string): Shape {
  if (path.includes(':generateContent')) return 'gemini'
  if (path.endsWith('/converse')) return 'converse'
  return path.includes('/messages') ? 'messages' : 'chat'
}

const shapes: Record<Shape, (text: string, heard: Heard) => object> = {
  chat: (content, { body }) => ({
    ...{ id: 'chat-1', object: 'chat.completion', created: 1, model: body.model },
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
  }),
  messages: (text, { body }) => ({
    ...{ id: 'msg-1', type: 'message', role: 'assistant', model: body.model },
    content: [{ type: 'text', text }],
    ...{ stop_reason: 'end_turn', stop_sequence: null, usage: { input_tokens: 5, output_tokens: 7 } },
  }),
  gemini: (text) => ({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 7, totalTokenCount: 12 },
  }),
  converse: (text) => ({
    output: { message: { role: 'assistant', content: [{ text }] } },
    ...{ stopReason: 'end_turn', metrics: { latencyMs: 1 } },
    usage: { inputTokens: 5, outputTokens: 7, totalTokens: 12 },
  }),
}

type Said = [status: number, text: string, headers?: Record<string, string>]

const refusals: Partial<Record<Misbehaviour, Said>> = {
  'too-many': [429, '{"error":{"message":"slow down"}}', { ...jsonHeaders, 'retry-after': '0.05' }],
  broken: [500, 'upstream failed'],
  'not-json': [200, '<html>maintenance</html>', jsonHeaders],
  empty: [200, '{}', jsonHeaders],
  'wrong-key': [401, '{"error":{"message":"no such key"}}', jsonHeaders],
  'refuses-prompt': [400, '{"error":{"message":"content policy"}}', jsonHeaders],
  elsewhere: [302, '', { location: '/v1/elsewhere' }],
}

type Answering = { one: Heard; response: ServerResponse; body: string }

/** Of what has no entry above, `silent` never answers. */
function misbehave(wrong: Misbehaviour, { one, response, body }: Answering): void {
  const said = refusals[wrong]
  if (said) response.writeHead(said[0], said[2]).end(said[1])
  if (wrong === 'tells-key')
    response.writeHead(200, jsonHeaders).end(body.replace('"role"', `"key":"${one.headers.authorization}","role"`))
  if (wrong !== 'cut') return
  response.writeHead(200, { ...jsonHeaders, 'content-length': body.length })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}
