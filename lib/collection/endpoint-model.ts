/** The one place that speaks to providers' SDKs: an endpoint and a model's name become something that can be asked. */

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

/**
 * A model behind an endpoint. Every setting is given here, so that nothing is read from the process's environment. An SDK is loaded
 * when it is first needed: most workers never ask anybody.
 */
export async function endpointModel(
  endpoint: Asked,
  model: string,
  fetch: typeof globalThis.fetch,
): Promise<LanguageModelV3> {
  const { provider, key, variant } = endpoint
  const shared = { baseURL: endpoint.baseUrl.replace(/\/+$/, ''), fetch }
  switch (provider) {
    case 'OPENAI_COMPATIBLE': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      return createOpenAICompatible({ ...shared, name: 'endpoint', ...(key && { apiKey: key }) })(model)
    }
    case 'ANTHROPIC':
      return (await import('@ai-sdk/anthropic')).createAnthropic({ ...shared, apiKey: key })(model)
    case 'GEMINI':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI({ ...shared, apiKey: key })(model)
    case 'BEDROCK': {
      const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock')
      return createAmazonBedrock({ ...shared, region: variant, ...bedrockKey(key) })(model)
    }
    case 'AZURE': {
      const { createAzure } = await import('@ai-sdk/azure')
      const version = variant === '' ? {} : { apiVersion: variant, useDeploymentBasedUrls: true }
      return createAzure({ ...shared, apiKey: key, ...version }).chat(model)
    }
  }
}

function bedrockKey(key: string) {
  const [accessKeyId = '', secretAccessKey, sessionToken] = key.split(':')
  return secretAccessKey === undefined ? { apiKey: key } : { accessKeyId, secretAccessKey, sessionToken }
}
