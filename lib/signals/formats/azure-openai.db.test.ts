import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { at, extraOf, lines, stored } from '@/tests/log-samples/chat-exchange'

describe('Azure', () => {
  it('OpenAI diagnostic records: masked addresses, ticks, and no negative duration', async () => {
    const properties = {
      apiName: 'x',
      requestTime: '639029198456781234',
      objectId: '',
      modelName: 'm',
      modelDeploymentName: 'd',
      streamType: 'Streaming',
    }
    const record = {
      time: at,
      category: 'RequestResponse',
      resourceId: '/SUBSCRIPTIONS/S/PROVIDERS/MICROSOFT.COGNITIVESERVICES/ACCOUNTS/A',
      callerIpAddress: '192.0.2.***',
      correlationId: 'c',
      durationMs: 40,
      resultSignature: '200',
      properties: JSON.stringify(properties),
    }
    const ticks = JSON.stringify({ ...record, time: undefined, properties: 0 }).replace(
      '"properties":0',
      `"properties":{"requestTime":639029198456781234,"modelName":"m"}`,
    )
    const table = {
      TimeGenerated: at,
      Category: 'RequestResponse',
      ResourceId: record.resourceId,
      CallerIPAddress: '192.0.2.***',
      DurationMs: '40',
      ResultSignature: '429',
      properties_s: JSON.stringify(properties),
      CorrelationId: 'd',
    }
    const {
      format,
      stored: rows,
      rejects,
    } = await ingested(
      [lines(record, { ...record, durationMs: -40 }), ticks, lines(table, { ...record, category: 'Audit' })].join('\n'),
    )
    expect(format).toBe('azure-openai')
    const account = { org_id: record.resourceId, account_id: record.resourceId, ip: '192.0.2.***', model: 'm' }
    expect(rows).toMatchObject([
      { ...account, timestamp: stored, request_id: 'c', latency_ms: 40, status: 200, user_id: null, prompt: null },
      { latency_ms: null },
      { timestamp: '2026-01-02 03:04:05.678' },
      { ...account, timestamp: stored, request_id: 'd', latency_ms: 40, status: 429 },
    ])
    expect(extraOf(rows[1])).toMatchObject({ latency_ms: -40, properties: { apiName: 'x' } })
    expect(rejects.map(({ position, reason }) => [position, reason])).toEqual([
      [4, 'is of another kind than the log: no request to a model'],
    ])
  })
})
