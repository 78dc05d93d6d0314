/** Azure OpenAI's diagnostic log: no content, masked addresses, .NET ticks, properties as text in every other row. */

import type { LogRecord } from '../record'
import { type LogWriter, same } from './log-format'

const ticksOfEpoch = 621_355_968_000_000_000n

const resourceOf = (record: LogRecord) =>
  `/SUBSCRIPTIONS/SYNTHETIC/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.COGNITIVESERVICES/ACCOUNTS/${record.account_id}`
const ticks = (time: number) => String(BigInt(time) * 10_000n + ticksOfEpoch)

/** A writer of its own for each log, since it alternates. */
export const azureOpenai = (): LogWriter => {
  let rows = 0
  return {
    write: (record) => {
      const { requestTime, responseTime, ...row } = rowOf(record)
      const properties = JSON.stringify(row.properties).replace(
        '}',
        `,"requestTime":${requestTime},"responseTime":${responseTime}}`,
      )
      const outer = JSON.stringify({ ...row, properties: rows++ % 2 ? properties : '' })
      return rows % 2 ? outer.replace('"properties":""', `"properties":${properties}`) : outer
    },
    carries: { ...same('timestamp', 'request_id', 'model', 'latency_ms', 'status'), account_id: resourceOf },
  }
}

function rowOf(record: LogRecord) {
  const start = Date.parse(record.timestamp)
  return {
    Tenant: 'synthetic',
    callerIpAddress: record.ip.replace(/\d+$/, '***'),
    category: 'RequestResponse',
    correlationId: record.request_id,
    durationMs: record.latency_ms,
    event: 'ShoeboxCallResult',
    location: 'synthetic',
    operationName: 'ChatCompletions_Create',
    properties: {
      apiName: 'Azure OpenAI API',
      requestLength: record.prompt.length,
      responseLength: record.response?.length ?? 0,
      objectId: '',
      streamType: 'Non-Streaming',
      modelDeploymentName: record.model,
      modelName: record.model,
    },
    requestTime: ticks(start),
    responseTime: ticks(start + record.latency_ms),
    resourceId: resourceOf(record),
    resultSignature: String(record.status),
    time: `${record.timestamp.slice(0, -1)}0000Z`,
  }
}
