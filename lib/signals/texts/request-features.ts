/** The compact line that each request leaves in the scratch table: text is read once and only hashes of it are kept. */

import { hashOf } from '@/lib/signals/activity-facts'
import { elicitationMask } from './elicitation-families'
import { joinedSystemHashes } from './system-prompts'
import { markColumns, markExpressions, markValues } from './text-marks'
import { anyText, longestSentence, longSentences, sentenceKeys, wholeText } from './text-passages'
import { frames, positions, shingles, sketch, tokenHashes } from './text-shingles'

/**
 * Missing times and token counts are -1, a missing end user is 0. A prompt below five tokens is not `shingled`, and its
 * sketch says nothing. A `marked` table has `markColumns` besides.
 */
const columns = {
  account: 'LowCardinality(String)',
  time: 'Int64',
  dataset: 'UInt16',
  row_id: 'UInt64',
  end_user: 'UInt64',
  output_tokens: 'Int64',
  families: 'UInt8',
  has_prompt: 'Bool',
  has_response: 'Bool',
  shingled: 'Bool',
  warm: 'Bool',
  ...Object.fromEntries(positions.map((position) => [position, 'UInt32'])),
  prompt_text: 'UInt64',
  prompt_sentences: 'Array(UInt64)',
  prompt_frames: 'Array(UInt32)',
  response_text: 'UInt64',
  response_sentence: 'UInt64',
}

export const requestFeatures = { create, fill }

function create(table: string, marked: boolean): string {
  const list = Object.entries(marked ? { ...columns, ...markColumns } : columns).map(
    ([name, kind]) => `${name} ${kind}`,
  )
  return `CREATE TABLE ${table} (${list.join(', ')}) ENGINE = MergeTree ORDER BY (account, time, dataset, row_id)`
}

/** Fills `table` from the Parquet file in the parameter `path`; requests without an account are left out. */
function fill(table: string, dataset: number, marked: boolean): string {
  return `INSERT INTO ${table}
    WITH assumeNotNull(prompt) AS prompt_, assumeNotNull(response) AS response_,
      ${shingles('tokens_')} AS shingles_, ${tokenHashes('prompt_')} AS tokens_,
      ${sentenceKeys('prompt_')} AS prompt_keys, ${sentenceKeys('response_')} AS response_keys
      ${marked ? `, ${markExpressions('prompt_', 'response_')}` : ''}
    SELECT account_id AS account, greatest(ifNull(toUnixTimestamp64Milli(timestamp), -1), -1) AS time,
      ${dataset} AS dataset, row_id, ${hashOf('user_id')} AS end_user, ifNull(toInt64(output_tokens), -1) AS output_tokens,
      ${elicitationMask('prompt_')} AS families, prompt_ != '' AS has_prompt, response_ != '' AS has_response, notEmpty(shingles_) AS shingled,
      ifNull(temperature > 0, false) AS warm,
      ${sketch('shingles_')},
      ${anyText('prompt_keys')} AS prompt_text, ${longSentences('prompt_keys')} AS prompt_sentences, ${frames('shingles_')} AS prompt_frames,
      ${wholeText('response_', 'response_keys')} AS response_text,
      ${longestSentence('response_keys')} AS response_sentence
      ${marked ? `, ${markValues('response_', ['low_', 'high_'])}` : ''}
    FROM file({path:String}, Parquet) AS rows_ ${marked ? joinedSystemHashes('rows_') : ''} WHERE account_id != ''`
}
