/** A first guess at what a file is, from its name and its first line; the person decides and the server looks inside. */

import type { Kind } from '@/lib/evidence/schema'

const records = /\.((jsonl|ndjson|json|csv|tsv)(\.(gz|zst|zstd|bz2))?|parquet|xlsx|zip|tar(\.(gz|zst|bz2))?|tgz)$/i
const outputs = /output|answer|generation|completion.*model|model.*completion|eval/i

const aboutAccounts = /account.*\.(csv|jsonl|ndjson)$/i

// Fields that only a log has. Quotes inside a text are escaped, so a text that speaks of them does not match.
const logged = /"(request|response|usage|trace_id|[a-z_]*_tokens|tokens)"\s*:/

/** `ACCOUNT_TABLE` for a table that is named after accounts and speaks of no request; `MODEL_OUTPUTS` for records that name a `prompt_id` or for a telling name, unless they are a log's; then `USAGE_LOG`; else `DOCUMENT`. */
export async function guessKind(file: Blob & { name: string }): Promise<Kind> {
  if (!records.test(file.name)) return 'DOCUMENT'
  const head = await firstText(file).catch(() => '')
  if (aboutAccounts.test(file.name) && !/\b(prompt|model|request|timestamp)/i.test(head.slice(0, 4096)))
    return 'ACCOUNT_TABLE'
  if (logged.test(head.slice(0, 4096))) return 'USAGE_LOG'
  return outputs.test(file.name) || /\bprompt_id\b/.test(head) ? 'MODEL_OUTPUTS' : 'USAGE_LOG'
}

const headBytes = 64 * 1024

/** The first characters, unpacked when the file is gzip. */
async function firstText(file: Blob): Promise<string> {
  const head = file.slice(0, headBytes)
  const [first, second] = new Uint8Array(await head.slice(0, 2).arrayBuffer())
  if (first !== 0x1f || second !== 0x8b) return head.text()
  const unpacked = head.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const { value } = await unpacked.read()
  await unpacked.cancel().catch(() => undefined)
  return new TextDecoder().decode(value)
}
