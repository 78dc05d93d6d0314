import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { at, chat, extraOf, lines, reply, stored } from '@/tests/log-samples/chat-exchange'

describe('Langfuse', () => {
  it('Langfuse observations in both spellings, as text, messages or JSON in text', async () => {
    const observation = {
      id: 'o',
      trace_id: 't',
      project_id: 'p',
      type: 'GENERATION',
      start_time: at,
      end_time: '2026-01-02T03:04:07.678Z',
      provided_model_name: 'm',
      input: 'Q',
      output: 'A',
      usage_details: { input: 3, output: 4 },
      model_parameters: '{"temperature":0.4,"max_tokens":9}',
      name: 'n',
    }
    const api = {
      id: 'o2',
      traceId: 't',
      projectId: 'p',
      type: 'GENERATION',
      startTime: at,
      endTime: at,
      model: 'm',
      input: chat.messages,
      output: { role: 'assistant', content: 'A' },
      usage: { input: 3, output: 4 },
      modelParameters: { temperature: 0.4 },
      usageDetails: {},
      userId: 'u',
      sessionId: 's',
    }
    const {
      format,
      stored: rows,
      rejects,
    } = await ingested(
      lines(
        observation,
        api,
        { ...observation, input: JSON.stringify(chat), output: JSON.stringify(reply) },
        { ...observation, type: 'SPAN' },
      ),
    )
    expect(format).toBe('langfuse')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'o',
        org_id: 'p',
        account_id: 'p',
        model: 'm',
        prompt: 'Q',
        response: 'A',
        input_tokens: 3,
        output_tokens: 4,
        latency_ms: 2000,
        temperature: 0.4,
        max_tokens: 9,
      },
      {
        request_id: 'o2',
        account_id: 'u',
        user_id: 'u',
        session_id: 's',
        system_prompt: 'Rules',
        prompt: 'Q',
        response: 'A',
        input_tokens: 3,
        temperature: 0.4,
      },
      { system_prompt: 'Rules', prompt: 'Q', response: 'A', finish_reason: 'stop' },
    ])
    expect(extraOf(rows[0])).toEqual({ trace_id: 't', name: 'n' })
    expect(rejects).toMatchObject([{ position: 3, reason: 'is of another kind than the log: no request to a model' }])
    const csv =
      'id,trace_id,type,start_time,provided_model_name,usage_details,input\no,t,GENERATION,2026-01-02 03:04:05.678,m,"{""input"":3}","Q"\n'
    expect(await ingested(csv)).toMatchObject({
      format: 'langfuse',
      stored: [{ prompt: 'Q', input_tokens: 3, timestamp: stored }],
    })
  })

  it('Langfuse traces', async () => {
    const trace = { id: 't', projectId: 'p', timestamp: at, userId: 'u', sessionId: 's', tags: ['a'], public: false }
    expect(await ingested(lines(trace))).toMatchObject({
      format: 'langfuse-traces',
      stored: [{ timestamp: stored, request_id: 't', session_id: 's', org_id: 'p', account_id: 'u' }],
    })
  })
})
