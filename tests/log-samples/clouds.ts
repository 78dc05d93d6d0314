/** Where the value of each column stands in the logs of Azure, AWS and Anthropic. */

import { at, type ExpectedSample, iso, joined, milliseconds, noAddress, sum } from './sample-paths'

const gatewayAnswer = 'properties/responseBody>'

export const cloudSamples: ExpectedSample[] = [
  {
    file: 'azure_openai_requestresponse.jsonl',
    format: 'azure-openai',
    columns: {
      timestamp: iso('time'),
      request_id: 'correlationId',
      org_id: 'resourceId',
      account_id: 'resourceId',
      user_id: 'properties>/objectId',
      ip: 'callerIpAddress',
      model: 'properties>/modelName',
      latency_ms: milliseconds('durationMs'),
      status: (record) => Number(at(record, 'resultSignature')),
    },
    never: ['prompt', 'response', 'input_tokens', 'output_tokens', 'user_agent', 'api_key_id', 'temperature'],
  },
  {
    file: 'azure_apim_gatewaylogs.jsonl',
    format: 'azure-apim-gateway',
    columns: {
      timestamp: iso('time'),
      request_id: 'correlationId',
      ip: 'callerIpAddress',
      model: `${gatewayAnswer}/model`,
      prompt: 'properties/requestBody>/messages/-1/content',
      response: `${gatewayAnswer}/choices/0/message/content`,
      input_tokens: `${gatewayAnswer}/usage/prompt_tokens`,
      output_tokens: `${gatewayAnswer}/usage/completion_tokens`,
      latency_ms: milliseconds('durationMs'),
      status: 'properties/responseCode',
      finish_reason: `${gatewayAnswer}/choices/0/finish_reason`,
      temperature: 'properties/requestBody>/temperature',
    },
  },
  {
    file: 'azure_apim_llmlog.jsonl',
    format: 'azure-apim-llm',
    columns: {
      timestamp: iso('TimeGenerated'),
      request_id: 'CorrelationId',
      model: 'ModelName',
      prompt: 'RequestMessages/-1/content',
      response: 'ResponseMessages/0/content',
      input_tokens: 'PromptTokens',
      output_tokens: 'CompletionTokens',
    },
    never: [...noAddress, 'latency_ms', 'status', 'temperature'],
  },
  {
    file: 'aws_bedrock_model_invocation.jsonl',
    format: 'aws-bedrock',
    columns: {
      timestamp: iso('timestamp'),
      request_id: 'requestId',
      org_id: 'accountId',
      account_id: 'accountId',
      user_id: 'identity/arn',
      model: 'modelId',
      prompt: (record) =>
        at(record, 'input/inputBodyJson/messages/-1/content/0/text') ??
        at(record, 'input/inputBodyJson/messages/-1/content/0/guardContent/text/text'),
      response: (record) =>
        at(record, 'output/outputBodyJson/output/message/content/0/text') ??
        joined(at(record, 'output/outputBodyJson'), 'delta/text'),
      input_tokens: 'input/inputTokenCount',
      output_tokens: 'output/outputTokenCount',
      latency_ms: milliseconds('output/outputBodyJson/metrics/latencyMs'),
      finish_reason: (record) =>
        at(record, 'output/outputBodyJson/stopReason') ?? at(record, 'output/outputBodyJson/-1/delta/stop_reason'),
      temperature: (record) =>
        at(record, 'input/inputBodyJson/temperature') ?? at(record, 'input/inputBodyJson/inferenceConfig/temperature'),
      top_p: 'input/inputBodyJson/top_p',
      max_tokens: (record) =>
        at(record, 'input/inputBodyJson/max_tokens') ?? at(record, 'input/inputBodyJson/inferenceConfig/maxTokens'),
    },
    never: [...noAddress, 'api_key_id'],
  },
  {
    file: 'anthropic_messages.jsonl',
    format: 'anthropic-messages',
    columns: {
      request_id: 'response_headers/request-id',
      org_id: 'response_headers/anthropic-organization-id',
      account_id: 'response_headers/anthropic-organization-id',
      user_id: 'request/metadata/user_id',
      model: 'response/model',
      system_prompt: 'request/system',
      prompt: 'request/messages/-1/content',
      response: 'response/content/0/text',
      input_tokens: sum(
        ...[
          'response/usage/input_tokens',
          'response/usage/cache_creation_input_tokens',
          'response/usage/cache_read_input_tokens',
        ],
      ),
      output_tokens: 'response/usage/output_tokens',
      cached_tokens: 'response/usage/cache_read_input_tokens',
      finish_reason: 'response/stop_reason',
      temperature: 'request/temperature',
      max_tokens: 'request/max_tokens',
    },
    never: ['timestamp', ...noAddress, 'api_key_id', 'latency_ms'],
  },
  {
    file: 'anthropic_usage_report_messages.json',
    format: 'anthropic-usage',
    list: 'data',
    columns: {
      timestamp: iso('starting_at'),
      org_id: 'results/0/workspace_id',
      account_id: 'results/0/workspace_id',
      user_id: 'results/0/account_id',
      api_key_id: 'results/0/api_key_id',
      model: 'results/0/model',
      input_tokens: sum(
        ...['results/0/uncached_input_tokens', 'results/0/cache_read_input_tokens'],
        ...['results/0/cache_creation/ephemeral_1h_input_tokens', 'results/0/cache_creation/ephemeral_5m_input_tokens'],
      ),
      output_tokens: 'results/0/output_tokens',
      cached_tokens: 'results/0/cache_read_input_tokens',
    },
    never: [...noAddress, 'prompt', 'response'],
  },
]
