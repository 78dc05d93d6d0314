/** Decides by content which log format a file has. */

import { AppError } from '@/lib/platform/errors'
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
import { langfuse } from './langfuse'
import { langfuseTraces } from './langfuse-traces'
import { liteLlm } from './litellm'
import { liteLlmSpendLogs } from './litellm-spend-logs'
import type { LogFormat, SourceRecord } from './log-format'
import { openaiAuditLog } from './openai-audit-log'
import { openaiBatch } from './openai-batch'
import { openaiChat } from './openai-chat'
import { openaiStoredCompletions } from './openai-stored-completions'
import { openaiUsage } from './openai-usage'
import { otelGenai } from './otel-genai'

/** Every format that can be read; where several recognise a record, the first one counts. */
export const logFormats: readonly LogFormat[] = [
  ...[openaiChat, anthropicMessages, openaiBatch, openaiStoredCompletions, openaiUsage, openaiAuditLog, anthropicUsage],
  ...[awsBedrock, awsCloudtrail, azureOpenai, azureApimGateway, azureApimLlm, elasticOpenaiUsage],
  ...[liteLlm, liteLlmSpendLogs, langfuse, langfuseTraces, helicone, otelGenai],
  ...[cloudflareAiGateway, kongAiGateway, envoyAiGateway, canonical],
]

/** The file holds records, of a format that nobody has described: its message says which there are, `found` only what it holds. */
export class UnknownFormat extends AppError {
  constructor(readonly found: string) {
    super('unsupported', `${found} Logs that are read: ${known('name')}.`)
  }
}

/**
 * The format that most of the sampled records have, or the one asked for, by id or itself. Where none of ours fits, `further`
 * are asked, the first one first. Throws `UnknownFormat` when there is none.
 */
export function recogniseFormat(
  sample: readonly SourceRecord[],
  askedFor?: string | LogFormat,
  further: readonly LogFormat[] = [],
): LogFormat {
  if (askedFor) return typeof askedFor === 'string' ? formatById(askedFor) : askedFor
  const winner = mostVoted(sample, logFormats) ?? mostVoted(sample, further)
  if (winner) return winner
  throw new UnknownFormat(`No usage records were found in this file${seen(sample)}.`)
}

function mostVoted(sample: readonly SourceRecord[], formats: readonly LogFormat[]): LogFormat | undefined {
  const votes = sample.map((record) => formats.find((format) => format.recognises(record)))
  const [winner] = formats
    .map((format) => ({ format, count: votes.filter((vote) => vote === format).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return winner?.format
}

/** What the first record looks like, so that the reader knows which log they hold. */
function seen([first]: readonly SourceRecord[]): string {
  const names = Object.keys(first ?? {}).map((name) =>
    name
      .replace(/[^\p{L}\p{N}_.$ -]/gu, '')
      .trim()
      .slice(0, 40),
  )
  if (names.length === 0) return ''
  return `: its first record has the fields ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' and others' : ''}`
}

/** The format with this id. Throws `AppError` when there is none. */
export function formatById(id: string): LogFormat {
  const format = logFormats.find((candidate) => candidate.id === id)
  if (!format) throw new AppError('invalid-input', `There is no log format "${id}". Choose one of: ${known('id')}.`)
  return format
}

/** True when a record by itself is one that some format reads. */
export const isKnownRecord = (record: SourceRecord): boolean => logFormats.some((format) => format.recognises(record))

const known = (property: 'id' | 'name') => logFormats.map((format) => format[property]).join(', ')
