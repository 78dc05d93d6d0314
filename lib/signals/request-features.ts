/** The compact line that each request leaves in the scratch table: text is read once and only hashes of it are kept. */

import { elicitationMask } from './elicitation-families'
import { passageHashes, wholeText } from './text-passages'
import { maskedTokenHashes, shingles, sketch, tokenHashes } from './text-shingles'

/** Missing times and token counts are -1. `prompt_length` counts tokens; a text below 8 has the hash 0, a prompt below 5 no sketch. */
const columns = {
  account: 'String',
  time: 'Int64',
  dataset: 'UInt16',
  row_id: 'UInt64',
  output_tokens: 'Int64',
  families: 'UInt8',
  prompt_length: 'UInt32',
  prompt_text: 'UInt64',
  response_text: 'UInt64',
  sketch: 'Array(UInt32)',
  prompt_passages: 'Array(UInt64)',
  response_passages: 'Array(UInt64)',
}

export const requestFeatures = { create, fill }

function create(table: string): string {
  const list = Object.entries(columns).map(([name, kind]) => `${name} ${kind}`)
  return `CREATE TABLE ${table} (${list.join(', ')}) ENGINE = MergeTree ORDER BY (account, time, dataset, row_id)`
}

/** Fills `table` from the Parquet file in the parameter `path`; requests without an account are left out. */
function fill(table: string, dataset: number): string {
  return `INSERT INTO ${table}
    WITH assumeNotNull(prompt) AS prompt_, assumeNotNull(response) AS response_,
      ${tokenHashes('prompt_')} AS prompt_tokens,
      ${tokenHashes('response_')} AS response_tokens,
      ${maskedTokenHashes('prompt_', 'prompt_tokens')} AS masked_tokens,
      ${shingles('masked_tokens')} AS prompt_shingles
    SELECT account_id AS account, greatest(ifNull(toUnixTimestamp64Milli(timestamp), -1), -1) AS time,
      ${dataset} AS dataset, row_id, ifNull(toInt64(output_tokens), -1) AS output_tokens,
      ${elicitationMask('prompt_')} AS families, length(prompt_tokens) AS prompt_length,
      ${wholeText('prompt_tokens')} AS prompt_text,
      ${wholeText('response_tokens')} AS response_text,
      ${sketch('prompt_shingles')} AS sketch,
      ${passageHashes('prompt_tokens')} AS prompt_passages, ${passageHashes('response_tokens')} AS response_passages
    FROM file({path:String}, Parquet) WHERE account_id != ''`
}
