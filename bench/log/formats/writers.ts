/** Every log format that the generator writes, by the name under which Touchstone reads it. */

import { anthropicMessages } from './anthropic-messages'
import { anthropicUsage } from './anthropic-usage'
import { awsBedrock } from './aws-bedrock'
import { awsCloudtrail } from './aws-cloudtrail'
import { azureApimGateway } from './azure-apim-gateway'
import { azureApimLlm } from './azure-apim-llm'
import { azureOpenai } from './azure-openai'
import { canonical } from './canonical'
import { cloudflareAiGateway } from './cloudflare-ai-gateway'
import { elasticOpenaiUsage } from './elastic-openai-usage'
import { envoyAiGateway } from './envoy-ai-gateway'
import { helicone } from './helicone'
import { kongAiGateway } from './kong-ai-gateway'
import { langfuse, langfuseTraces } from './langfuse'
import { litellm } from './litellm'
import { litellmSpendLogs } from './litellm-spend-logs'
import type { LogWriter } from './log-format'
import { openaiAuditLog } from './openai-audit-log'
import { openaiBatch } from './openai-batch'
import { openaiChat } from './openai-chat'
import { openaiStoredCompletions } from './openai-stored-completions'
import { openaiUsage } from './openai-usage'
import { otelGenai } from './otel-genai'

const always = (writer: LogWriter) => () => writer

/** Makes the writer of a log; some hold what they have seen. */
export const writers = {
  canonical: always(canonical),
  'openai-chat': always(openaiChat),
  'openai-stored-completions': always(openaiStoredCompletions),
  'openai-usage': openaiUsage,
  'openai-batch': always(openaiBatch),
  'openai-audit-log': openaiAuditLog,
  'azure-openai': azureOpenai,
  'azure-apim-gateway': always(azureApimGateway),
  'azure-apim-llm': always(azureApimLlm),
  'aws-bedrock': awsBedrock,
  'aws-cloudtrail': always(awsCloudtrail),
  'anthropic-messages': always(anthropicMessages),
  'anthropic-usage': anthropicUsage,
  litellm: always(litellm),
  'litellm-spend-logs': always(litellmSpendLogs),
  langfuse: always(langfuse),
  'langfuse-traces': always(langfuseTraces),
  helicone: always(helicone),
  'otel-genai': always(otelGenai),
  'cloudflare-ai-gateway': always(cloudflareAiGateway),
  'kong-ai-gateway': always(kongAiGateway),
  'envoy-ai-gateway': always(envoyAiGateway),
  'elastic-openai-usage': elasticOpenaiUsage,
} as const satisfies Record<string, () => LogWriter>

export type LogFormat = keyof typeof writers

export const formatNames = Object.keys(writers) as LogFormat[]
