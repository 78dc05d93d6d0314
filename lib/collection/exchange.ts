/** One request and what came back, as it is kept as evidence: no key in it, and of the headers only those listed here. */

/** Why no whole answer came; null when one did, whatever its status. */
export type Fault = 'timeout' | 'cut' | 'unreachable' | 'redirect' | 'too-large' | 'not-allowed'

export type Exchange = {
  /** When the request was begun, ISO 8601 in UTC, and how long it took in milliseconds. */
  at: string
  ms: number
  url: string
  /** The body that was sent. */
  request: string
  status: number | null
  headers: Record<string, string>
  /** What came, as text where it is UTF-8; else in base64 with `encoding` saying so. Of a cut response, the part that came. */
  body: string
  encoding: 'utf8' | 'base64'
  fault: Fault | null
}

const kept =
  /^(date|server|via|age|content-type|content-length|retry-after|retry-after-ms|x-request-id|request-id|x-amzn-requestid|x-amzn-bedrock-[\w-]+|apim-request-id|x-ms-[\w-]+|azureml-[\w-]+|openai-(model|processing-ms|version)|anthropic-ratelimit-[\w-]+|x-ratelimit-[\w-]+|x-goog-[\w-]+|cf-ray)$/

/** The headers that are kept, by name in order. */
export function keptHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => kept.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}

/** Bytes as an exchange keeps them, without `key` should an endpoint send it back. */
export function keptBody(bytes: Buffer, key: string): Pick<Exchange, 'body' | 'encoding'> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { body: withoutKey(text, key), encoding: 'utf8' }
  } catch {
    return {
      body: Buffer.from(withoutKey(bytes.toString('latin1'), key), 'latin1').toString('base64'),
      encoding: 'base64',
    }
  }
}

const withoutKey = (text: string, key: string) => (key.length >= 8 ? text.replaceAll(key, '[key removed]') : text)
