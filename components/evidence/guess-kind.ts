/** A first guess at what a file is, from its name alone; the person decides and the server looks inside. */

import type { Kind } from '@/lib/evidence/schema'

const records = /\.(jsonl|ndjson|json|csv|tsv)(\.(gz|zst|zstd))?$/i
const outputs = /output|answer|generation|completion.*model|model.*completion|eval/i

/** `USAGE_LOG` or `MODEL_OUTPUTS` for what holds records, else `DOCUMENT`. */
export function guessKind(name: string): Kind {
  if (!records.test(name)) return 'DOCUMENT'
  return outputs.test(name) ? 'MODEL_OUTPUTS' : 'USAGE_LOG'
}
