import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineProcess, startEngine } from '@/lib/platform/engine-process'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'

let started: EngineProcess
const folder = mkdtempSync(join(tmpdir(), 'formats-test-'))
beforeAll(async () => {
  started = await startEngine({ dataDir: join(folder, 'engine'), memoryBytes: 1024 ** 3 })
})
afterAll(() => started.stop())

async function read(content: string) {
  const path = join(mkdtempSync(join(folder, 'log-')), 'log')
  writeFileSync(path, content)
  const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
  const made = await ingestLog({ engine: started.engine, source: { path, name: 'log' }, outDir: folder, limits })
  const rows = await started.engine.rows<Record<string, unknown>>('SELECT * FROM file({path:String}) ORDER BY row_id', {
    path: made.parquetPath,
  })
  return { format: made.format, rejected: made.rejected, rows }
}

describe('LiteLLM', () => {
  const payload = {
    id: 'call-1',
    trace_id: 'trace-1',
    call_type: 'acompletion',
    status: 'success',
    startTime: 1767323045.1236,
    endTime: 1767323047.1,
    response_time: 1.9764,
    model: 'model-x',
    request_tags: ['team:blue', 'User-Agent: client/1.0'],
    end_user: 'someone',
    prompt_tokens: 9,
    completion_tokens: 4,
    requester_ip_address: null,
    model_parameters: { temperature: 0.2, max_tokens: 64 },
    metadata: {
      user_api_key_hash: 'k1',
      user_api_key_org_id: 'o1',
      user_api_key_team_id: 't1',
      user_api_key_user_id: 'u1',
      requester_ip_address: '192.0.2.7',
      user_api_key_user_email: 'a@Example.org',
    },
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Earlier' },
      { role: 'assistant', content: 'Before' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          { type: 'image_url', image_url: { url: 'x' } },
          { type: 'text', text: 'here' },
        ],
      },
    ],
    response: {
      id: 'chatcmpl-1',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Done.' } }],
      usage: { completion_tokens_details: { reasoning_tokens: 2 }, prompt_tokens_details: null },
    },
  }

  it('payloads of callbacks become rows', async () => {
    const { format, rows } = await read(JSON.stringify(payload))
    expect(format).toBe('litellm')
    expect(rows[0]).toMatchObject({
      timestamp: '2026-01-02 03:04:05.123',
      request_id: 'call-1',
      session_id: 'trace-1',
      org_id: 'o1',
      account_id: 'u1',
      user_id: 'someone',
      api_key_id: 'k1',
      ip: '192.0.2.7',
      user_agent: 'client/1.0',
      model: 'model-x',
      system_prompt: 'Be brief.',
      prompt: 'Look\nhere',
      response: 'Done.',
      input_tokens: 9,
      output_tokens: 4,
      reasoning_tokens: 2,
      cached_tokens: null,
      latency_ms: 1976,
      status: 200,
      finish_reason: 'stop',
      temperature: 0.2,
      max_tokens: 64,
      email_domain: 'example.org',
    })
    expect(JSON.parse(String(rows[0]?.extra)).messages).toHaveLength(4)
  })

  it('texts, lists and single messages are all prompts', async () => {
    const forms = ['Just text', [{ role: 'user', content: 'Just text' }], { role: 'user', content: 'Just text' }]
    const { rows } = await read(
      forms.map((messages) => JSON.stringify({ ...payload, messages, response: 'plain answer' })).join('\n'),
    )
    expect(rows.map(({ prompt, response, extra }) => [prompt, response, extra])).toEqual(
      forms.map(() => ['Just text', 'plain answer', null]),
    )
  })

  it('rows of SpendLogs, as JSON and as CSV, keep JSON inside strings', async () => {
    const spend = {
      request_id: 'r1',
      call_type: 'acompletion',
      api_key: 'hash',
      startTime: '2026-01-02 03:04:05.123456',
      endTime: '2026-01-02 03:04:06.123456',
      model: 'model-x',
      user: '',
      team_id: 'team',
      metadata: JSON.stringify({ user_agent: 'client/2' }),
      messages: '{}',
      response: '{}',
      proxy_server_request: '{"temperature":0.5}',
      prompt_tokens: 10,
      completion_tokens: 20,
      status: 'failure',
      requester_ip_address: '192.0.2.1',
    }
    const cells = Object.values(spend).map((value) => `"${String(value).replaceAll('"', '""')}"`)
    for (const text of [JSON.stringify(spend, null, 2), `${Object.keys(spend).join(',')}\n${cells.join(',')}`]) {
      const { format, rows } = await read(text)
      expect(format).toBe('litellm')
      expect(rows[0]).toMatchObject({
        timestamp: '2026-01-02 03:04:05.123',
        request_id: 'r1',
        account_id: 'team',
        api_key_id: 'hash',
        user_agent: 'client/2',
        prompt: null,
        response: null,
        input_tokens: 10,
        latency_ms: 1000,
        status: null,
        temperature: 0.5,
        ip: '192.0.2.1',
      })
    }
  })
})

describe('OpenAI chat completions', () => {
  const request = {
    model: 'asked',
    messages: [
      { role: 'developer', content: 'Rules' },
      { role: 'user', content: 'Question' },
    ],
    temperature: 0,
    max_completion_tokens: 5,
    user: 'customer-7',
  }
  const response = {
    id: 'c1',
    created: 1767323045,
    model: 'answered',
    choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: 'Answer' } }],
    usage: {
      prompt_tokens: 3,
      completion_tokens: 5,
      prompt_tokens_details: { cached_tokens: 1 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  }

  it('pairs become rows', async () => {
    const { format, rows } = await read(JSON.stringify({ request, response }))
    expect(format).toBe('openai-chat')
    expect(rows[0]).toMatchObject({
      timestamp: '2026-01-02 03:04:05.000',
      request_id: 'c1',
      account_id: 'customer-7',
      model: 'answered',
      system_prompt: 'Rules',
      prompt: 'Question',
      response: 'Answer',
      input_tokens: 3,
      output_tokens: 5,
      cached_tokens: 1,
      reasoning_tokens: 0,
      finish_reason: 'length',
      temperature: 0,
      max_tokens: 5,
    })
  })

  it('what stands beside a pair wins over what it says', async () => {
    const beside = {
      timestamp: '2026-02-03T00:00:00Z',
      account_id: 'org-9',
      ip: '192.0.2.9',
      latency_ms: 12,
      status: 200,
    }
    const { rows } = await read(JSON.stringify({ ...beside, request, response }))
    expect(rows[0]).toMatchObject({
      timestamp: '2026-02-03 00:00:00.000',
      account_id: 'org-9',
      ip: '192.0.2.9',
      latency_ms: 12,
      user_id: 'customer-7',
    })
  })

  it('refusals, tool calls and failed calls are answers or none', async () => {
    const answers = [
      { choices: [{ message: { content: null, refusal: 'I cannot.' } }] },
      { choices: [{ message: { content: null, tool_calls: [{ id: 't' }] } }] },
      { error: { message: 'overloaded' } },
      null,
    ]
    const { rows } = await read(answers.map((answer) => JSON.stringify({ request, response: answer })).join('\n'))
    expect(rows.map((row) => row.response)).toEqual(['I cannot.', '[{"id":"t"}]', null, null])
    expect(rows.map((row) => row.timestamp)).toEqual([null, null, null, null])
  })
})
