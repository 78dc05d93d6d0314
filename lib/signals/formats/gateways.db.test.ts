import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { at, chat, extraOf, lines, reply, stored } from '@/tests/log-samples/chat-exchange'

describe('gateways', () => {
  it('Cloudflare', async () => {
    const record = {
      id: 'i',
      created_at: at,
      provider: 'openai',
      model: 'm',
      duration: 9,
      status_code: 200,
      tokens_in: 3,
      tokens_out: 4,
      metadata: { plan: 'x', Customer: 'cust' },
      cached: false,
    }
    const { format, stored: rows } = await ingested(
      JSON.stringify({ result: [record], success: true, result_info: {} }, null, 2),
    )
    expect(format).toBe('cloudflare-ai-gateway')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'i',
        account_id: 'cust',
        user_id: 'cust',
        model: 'm',
        input_tokens: 3,
        output_tokens: 4,
        latency_ms: 9,
        status: 200,
        prompt: null,
      },
    ])
    expect(extraOf(rows[0])).toMatchObject({ provider: 'openai', metadata: { plan: 'x' }, cached: false })
  })

  it('Kong, under the plugin’s name and with its bodies', async () => {
    const part = {
      usage: { prompt_tokens: 3, completion_tokens: 4 },
      meta: { request_model: 'm', response_model: 'm-1', provider_name: 'openai', llm_latency: 9 },
    }
    const record = {
      started_at: 1767323045678,
      client_ip: '192.0.2.1',
      consumer: { username: 'u', id: 'x' },
      authenticated_entity: { id: 'k' },
      workspace: 'w',
      request: { id: 'r', headers: { 'user-agent': 'sdk' } },
      response: { status: 200 },
      latencies: { request: 12 },
      ai: {
        payload: { request: JSON.stringify(chat) },
        proxy: { ...part, payload: { response: JSON.stringify(reply) } },
      },
    }
    const older = { ...record, consumer: undefined, ai: { 'ai-proxy': part, payload: {} } }
    const { format, stored: rows } = await ingested(lines(record, older))
    expect(format).toBe('kong-ai-gateway')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'r',
        org_id: 'w',
        account_id: 'u',
        user_id: 'u',
        api_key_id: 'k',
        ip: '192.0.2.1',
        user_agent: 'sdk',
        model: 'm-1',
        system_prompt: 'Rules',
        prompt: 'Q',
        response: 'A',
        input_tokens: 3,
        output_tokens: 4,
        latency_ms: 9,
        status: 200,
        temperature: 0.4,
      },
      { account_id: 'k', model: 'm-1', input_tokens: 3, latency_ms: 9, prompt: null },
    ])
  })

  it('Envoy, where a dash is nothing and a proxy lists addresses', async () => {
    const record = {
      'gen_ai.request.model': 'm',
      'gen_ai.response.model': 'm-1',
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 4,
      'gen_ai.usage.reasoning_tokens': 1,
      'session.id': '-',
      start_time: at,
      response_code: 200,
      duration: 9,
      'x-forwarded-for': '192.0.2.1, 10.0.0.1',
      'user-agent': 'sdk',
      'x-request-id': 'r',
      'x-tenant-id': 'tenant',
      method: 'POST',
    }
    const other = {
      ...record,
      'x-tenant-id': '-',
      'session.id': 's',
      'x-forwarded-for': '-',
      downstream_remote_address: '[2001:db8::1]:443',
    }
    const { format, stored: rows } = await ingested(lines(record, other))
    expect(format).toBe('envoy-ai-gateway')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'r',
        session_id: null,
        org_id: 'tenant',
        account_id: 'tenant',
        ip: '192.0.2.1',
        user_agent: 'sdk',
        model: 'm-1',
        input_tokens: 3,
        output_tokens: 4,
        reasoning_tokens: 1,
        latency_ms: 9,
        status: 200,
      },
      { account_id: 's', session_id: 's', ip: '2001:db8::1' },
    ])
    expect(extraOf(rows[0])).toMatchObject({ method: 'POST', requested_model: 'm' })
  })
})
