/** The gateway log of Azure API Management: bodies as JSON text within properties, the account as subscription. */

import { chatRequest, chatResponse } from './bodies'
import { type LogWriter, same } from './log-format'

export const azureApimGateway: LogWriter = {
  write: (record) => {
    const asked = JSON.stringify(chatRequest(record))
    const said = JSON.stringify(chatResponse(record))
    return JSON.stringify({
      Level: 4,
      callerIpAddress: record.ip,
      category: 'GatewayLogs',
      correlationId: record.request_id,
      durationMs: record.latency_ms,
      isRequestSuccess: record.status === 200,
      operationName: 'Microsoft.ApiManagement/GatewayLogs',
      properties: {
        apiId: 'synthetic-model-api',
        apimSubscriptionId: record.account_id,
        method: 'POST',
        url: `https://gateway.example/openai/deployments/${record.model}/chat/completions`,
        requestHeaders: { 'User-Agent': record.user_agent },
        requestBody: asked,
        responseBody: said,
        responseCode: record.status,
        requestSize: asked.length,
        responseSize: said.length,
      },
      time: record.timestamp,
    })
  },
  carries: {
    ...same(
      'timestamp',
      'request_id',
      'account_id',
      'ip',
      'user_agent',
      'model',
      'system_prompt',
      'prompt',
      'response',
    ),
    ...same('latency_ms', 'status', 'temperature', 'top_p', 'max_tokens', 'finish_reason'),
  },
}
