/** Finds the requests that send a prompt of a reference set: as a whole, or with its longest sentence inside. */

import { anyText, longestSentence, sentenceKeys } from '@/lib/signals/texts/text-passages'
import type { Workspace } from '../workspace'
import type { PromptSetInput } from './analysed-reference'

/** `normalForm` of `prompt-set.ts` over the String expression `text`. */
export function normalisedPrompt(text: string): string {
  const stops = `replaceRegexpAll(${text}, '[!?\\n。！？]', '.')`
  const pieces = `arrayMap(c -> trimBoth(c), splitByChar('.', lower(${stops})))`
  return `arrayStringConcat(arrayFilter(c -> c != '', ${pieces}), '.')`
}

/** Columns of the lines of a prompt set. */
const structure = 'position UInt32, sha256 String, prompt Nullable(String)'

/** The prompts of the file in the parameter `name`. */
export const promptsIn = (name: string): string => `file({${name}:String}, JSONEachRow, '${structure}')`

/** UInt64 from the beginning of a SHA-256 in bytes. */
const digestOf = (bytes: string) => `reinterpretAsUInt64(substring(${bytes}, 1, 8))`

/**
 * Makes a scratch table with a line for each request that matches and each position it matches: account, number of the set (from 0),
 * position, time, dataset, row_id, and `whole` when the prompt is that of the set and nothing else. The set's prompts are looked up
 * under the keys that the requests have already; only for a set without texts are the prompts read again.
 */
export async function findSetPrompts(workspace: Workspace, sets: readonly PromptSetInput[]): Promise<string> {
  const { engine, scratch, settings } = workspace
  const [known, found] = [scratch('set_prompts'), scratch('set_requests')]
  await engine.run(
    `CREATE TABLE ${known} (set UInt16, position UInt32, whole UInt64, sentence UInt64, digest UInt64) ENGINE = MergeTree ORDER BY (set, position)`,
  )
  await engine.run(
    `CREATE TABLE ${found} (account LowCardinality(String), set UInt16, position UInt32, time Int64, dataset UInt16, row_id UInt64, whole Bool)
     ENGINE = MergeTree ORDER BY (account, set, dataset, row_id)`,
  )
  for (const [set, { path, hashesOnly }] of sets.entries()) {
    await engine.run(`INSERT INTO ${known} ${hashesOnly ? hashesOf(set) : keysOf(set)} ${settings}`, { path })
  }
  await engine.run(`INSERT INTO ${found} ${wholePrompts(workspace, known)} ${settings}`)
  await engine.run(`INSERT INTO ${found} ${sentences(workspace, known)} ${settings}`)
  if (sets.some(({ hashesOnly }) => hashesOnly)) await addHashed(workspace, known, found)
  return found
}

function keysOf(set: number): string {
  return `WITH ${sentenceKeys('assumeNotNull(prompt)')} AS keys
    SELECT ${set}, position, ${anyText('keys')}, ${longestSentence('keys')}, 0 FROM ${promptsIn('path')}`
}

const hashesOf = (set: number) =>
  `SELECT ${set}, position, 0, 0, ${digestOf('unhex(sha256)')} FROM ${promptsIn('path')}`

function wholePrompts({ requests }: Workspace, known: string): string {
  return `SELECT r.account, p.set, p.position, r.time, r.dataset, r.row_id, true
    FROM (SELECT account, time, dataset, row_id, prompt_text FROM ${requests}
      WHERE has_prompt AND prompt_text IN (SELECT whole FROM ${known} WHERE whole != 0)) AS r
    INNER JOIN (SELECT set, position, whole FROM ${known} WHERE whole != 0) AS p ON r.prompt_text = p.whole`
}

/** A sentence that several prompts of a set have in common does not say which of them it is. */
function sentences({ requests }: Workspace, known: string): string {
  const telling = `SELECT set, sentence, min(position) AS position FROM ${known} WHERE sentence != 0 GROUP BY set, sentence HAVING count() = 1`
  return `SELECT r.account, p.set, p.position, r.time, r.dataset, r.row_id, false
    FROM (SELECT account, time, dataset, row_id, key FROM ${requests} ARRAY JOIN prompt_sentences AS key
      WHERE key IN (SELECT sentence FROM (${telling}))) AS r
    INNER JOIN (${telling}) AS p ON r.key = p.sentence`
}

async function addHashed({ engine, paths, settings }: Workspace, known: string, found: string): Promise<void> {
  const digest = digestOf(`SHA256(${normalisedPrompt('assumeNotNull(prompt)')})`)
  for (const [dataset, path] of paths.entries()) {
    await engine.run(
      `INSERT INTO ${found} SELECT r.account_id, p.set, p.position, r.time, ${dataset}, r.row_id, true
       FROM (SELECT account_id, greatest(ifNull(toUnixTimestamp64Milli(timestamp), -1), -1) AS time, row_id, ${digest} AS digest
         FROM file({path:String}, Parquet) WHERE account_id != '' AND prompt != ''
           AND digest IN (SELECT digest FROM ${known} WHERE digest != 0)) AS r
       INNER JOIN (SELECT set, position, digest FROM ${known} WHERE digest != 0) AS p ON r.digest = p.digest ${settings}`,
      { path },
    )
  }
}
