/** The model log of Azure API Management: a call over two rows by sequence number; who called stands in the gateway log. */

import { completionId, messagesOf } from './bodies'
import { answered, type LogWriter, same } from './log-format'

export const azureApimLlm: LogWriter = {
  write: (record) => {
    const row = {
      TimeGenerated: record.timestamp,
      CorrelationId: record.request_id,
      DeploymentName: record.model,
      ModelName: record.model,
      PromptTokens: record.input_tokens,
      CompletionTokens: record.output_tokens,
      TotalTokens: record.input_tokens + record.output_tokens,
      RequestId: completionId(record),
      IsStreamCompletion: false,
      OperationName: 'ChatCompletions_Create',
    }
    const asked = { ...row, RequestMessages: messagesOf(record), ResponseMessages: [], SequenceNumber: 0 }
    const said = answered(record) ? [{ role: 'assistant', content: record.response ?? '' }] : []
    const answer = { ...row, RequestMessages: [], ResponseMessages: said, SequenceNumber: 1 }
    return `${JSON.stringify(asked)}\n${JSON.stringify(answer)}`
  },
  carries: same(
    'timestamp',
    'request_id',
    'model',
    'system_prompt',
    'prompt',
    'response',
    'input_tokens',
    'output_tokens',
  ),
}
