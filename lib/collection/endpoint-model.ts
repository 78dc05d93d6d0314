/** The one place that speaks to providers' SDKs: an endpoint and a model's name become something that can be asked. */

import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock'
import { createAnthropic } from '@ai-sdk/anthropic'
import { createAzure } from '@ai-sdk/azure'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModelV3 } from '@ai-sdk/provider'
import type { EndpointProvider } from '@/prisma/generated/enums'

export type Asked = {
  provider: EndpointProvider
  baseUrl: string
  /** Region of Bedrock, API version of Azure. */
  variant: string
  /** Empty when the endpoint asks for none. For Bedrock an API key, or `ACCESS-KEY-ID:SECRET` or `…:SESSION-TOKEN`. */
  key: string
}

/** A model behind an endpoint. Every setting is given here, so that nothing is read from the process's environment. */
export function endpointModel(endpoint: Asked, model: string, fetch: typeof globalThis.fetch): LanguageModelV3 {
  const { provider, key, variant } = endpoint
  const shared = { baseURL: endpoint.baseUrl.replace(/\/+$/, ''), fetch }
  switch (provider) {
    case 'OPENAI_COMPATIBLE':
      return createOpenAICompatible({ ...shared, name: 'endpoint', ...(key && { apiKey: key }) })(model)
    case 'ANTHROPIC':
      return createAnthropic({ ...shared, apiKey: key })(model)
    case 'GEMINI':
      return createGoogleGenerativeAI({ ...shared, apiKey: key })(model)
    case 'BEDROCK':
      return createAmazonBedrock({ ...shared, region: variant, ...bedrockKey(key) })(model)
    case 'AZURE': {
      const version = variant === '' ? {} : { apiVersion: variant, useDeploymentBasedUrls: true }
      return createAzure({ ...shared, apiKey: key, ...version }).chat(model)
    }
  }
}

function bedrockKey(key: string) {
  const [accessKeyId = '', secretAccessKey, sessionToken] = key.split(':')
  return secretAccessKey === undefined ? { apiKey: key } : { accessKeyId, secretAccessKey, sessionToken }
}
