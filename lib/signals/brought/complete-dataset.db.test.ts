import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingested } from '@/lib/signals/ingest/ingested'
import { completeDataset } from './complete-dataset'
import { completedLogs } from './completions'

const lines = (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

/** What the logs say together: the joined rows of the one main log among them. */
async function together(...texts: string[]) {
  const logs = await Promise.all(texts.map((text) => ingested(text)))
  const [found, ...more] = completedLogs(logs)
  if (!found?.completion || more.length > 0) throw new Error('These logs do not complete each other.')
  const { main, others, completion } = found
  const path = join(mkdtempSync(join(tmpdir(), 'completed-')), 'joined.parquet')
  const files = { main: main.parquetPath, others: others.map(({ parquetPath }) => parquetPath) }
  const result = await completeDataset({ engine: batchEngine(), completion, ...files, table: 'stage_completed', path })
  const rows = await batchEngine().rows<Record<string, unknown>>('SELECT * FROM file({path:String}) ORDER BY row_id', {
    path,
  })
  return { ...result, joined: rows }
}

describe('logs that complete each other', () => {
  const call = (requestId: string, text: string) => ({
    schemaType: 'ModelInvocationLog',
    timestamp: '2026-01-02T03:04:05Z',
    accountId: '111122223333',
    identity: { arn: 'arn:aws:iam::111122223333:user/x' },
    requestId,
    operation: 'Converse',
    modelId: 'm',
    input: { inputBodyJson: { messages: [{ role: 'user', content: [{ text }] }] } },
    output: {},
  })
  const event = (requestID: string, sourceIPAddress: string) => ({
    eventTime: '2026-01-02T03:04:06Z',
    eventName: 'Converse',
    eventSource: 'bedrock.amazonaws.com',
    requestID,
    eventID: `e-${requestID}`,
    sourceIPAddress,
    userAgent: 'client/1',
    userIdentity: { arn: 'arn:aws:iam::111122223333:user/x', accountId: '111122223333', accessKeyId: 'AK1' },
  })

  it('are Bedrock and CloudTrail, by request id: each row keeps its own and gains the address', async () => {
    const trail = JSON.stringify({
      Records: [event('r2', '192.0.2.2'), event('r1', '192.0.2.1'), event('r9', '192.0.2.9')],
    })
    const found = await together(lines([call('r1', 'One'), call('r2', 'Two'), call('r3', 'Three')]), trail)
    expect(found).toMatchObject({ rows: 3, completed: 2, ambiguous: 0, accounts: 1 })
    expect(found.joined.map(({ prompt, ip, api_key_id, timestamp }) => [prompt, ip, api_key_id, timestamp])).toEqual([
      ['One', '192.0.2.1', 'AK1', '2026-01-02 03:04:05.000'],
      ['Two', '192.0.2.2', 'AK1', '2026-01-02 03:04:05.000'],
      ['Three', null, null, '2026-01-02 03:04:05.000'],
    ])
    expect(JSON.parse(String(found.joined[1]?.extra))).toMatchObject({
      operation: 'Converse',
      completed_by: { file: 0, row: 0 },
    })
    expect(found.columns).toContain('ip')
  })

  it('do not guess: a key with two partners that differ stays alone, one delivered twice does not', async () => {
    const events = [
      event('r1', '192.0.2.1'),
      event('r1', '192.0.2.7'),
      event('r2', '192.0.2.2'),
      event('r2', '192.0.2.2'),
    ]
    const found = await together(lines([call('r1', 'One'), call('r2', 'Two')]), lines(events))
    expect(found).toMatchObject({ rows: 2, completed: 1, ambiguous: 1 })
    expect(found.joined.map(({ ip }) => ip)).toEqual([null, '192.0.2.2'])
  })

  it('are a batch’s input and output, whatever their order', async () => {
    const asked = ['a', 'b'].map((custom_id) => ({
      custom_id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'm',
        user: 'customer',
        temperature: 0.5,
        messages: [{ role: 'user', content: `Question ${custom_id}` }],
      },
    }))
    const answered = ['b', 'a'].map((custom_id) => ({
      custom_id,
      response: {
        status_code: 200,
        body: {
          created: 1767323045,
          model: 'm-1',
          choices: [{ message: { content: `Answer ${custom_id}` }, finish_reason: 'stop' }],
        },
      },
      error: null,
    }))
    for (const files of [
      [lines(asked), lines(answered)],
      [lines(answered), lines(asked)],
    ]) {
      const found = await together(...files)
      expect(found).toMatchObject({ rows: 2, completed: 2 })
      expect(found.joined).toMatchObject([
        {
          prompt: 'Question b',
          response: 'Answer b',
          model: 'm-1',
          temperature: 0.5,
          account_id: 'customer',
          status: 200,
        },
        { prompt: 'Question a', response: 'Answer a' },
      ])
    }
  })

  it('are the two logs of API Management, and Langfuse’s observations and traces', async () => {
    const llm = {
      TimeGenerated: '2026-01-02T03:04:05Z',
      CorrelationId: 'c',
      SequenceNumber: 0,
      ModelName: 'm',
      PromptTokens: 3,
      RequestMessages: [{ role: 'user', content: 'Q' }],
      ResponseMessages: [],
    }
    const gateway = {
      TimeGenerated: '2026-01-02T03:04:05Z',
      CorrelationId: 'c',
      ApimSubscriptionId: 's',
      CallerIpAddress: '192.0.2.3',
      ResponseCode: 200,
      TotalTime: 12,
      IsRequestSuccess: true,
    }
    expect((await together(lines([gateway]), lines([llm]))).joined).toMatchObject([
      { account_id: 's', ip: '192.0.2.3', status: 200, latency_ms: 12, prompt: 'Q', input_tokens: 3 },
    ])
    const observation = {
      id: 'o',
      trace_id: 't',
      project_id: 'p',
      type: 'GENERATION',
      start_time: '2026-01-02T03:04:05Z',
      provided_model_name: 'm',
      input: 'Q',
      output: 'A',
    }
    const trace = {
      id: 't',
      project_id: 'p',
      timestamp: '2026-01-02T03:04:00Z',
      user_id: 'u',
      session_id: 's',
      public: false,
    }
    expect((await together(lines([observation, { ...observation, id: 'o2' }]), lines([trace]))).joined).toMatchObject([
      {
        request_id: 'o',
        account_id: 'u',
        user_id: 'u',
        session_id: 's',
        prompt: 'Q',
        timestamp: '2026-01-02 03:04:05.000',
      },
      { request_id: 'o2', account_id: 'u' },
    ])
  })
})

it('logs without a partner stay as they are', () => {
  const log = (format: string, ...columnsPresent: string[]) => ({ format, columnsPresent })
  const logs = [log('aws-bedrock'), log('canonical'), log('openai-batch', 'status'), log('openai-batch', 'status')]
  expect(completedLogs(logs).map(({ main, others }) => [main.format, others.length])).toEqual(
    logs.map(({ format }) => [format, 0]),
  )
})
