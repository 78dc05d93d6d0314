/** A bounded window of each account's prompts as hashed words: chosen by what the prompts say, so that the order of rows does not matter. */

import type { Workspace } from '@/lib/signals/workspace'
import { type Words, wordBuckets } from './prompt-kernel'
import { tokenHashes } from './text-shingles'

/** Prompts of one account that are looked at, and words of one prompt. */
export const windowPrompts = 24
const mostWords = 64

export type PromptWindow = { account: string; prompts: Words[] }

/** The distinct words of the String expression `text`, at most 64 chosen by their hashes, as 16-bit buckets in base 64. */
export function hashedWords(text: string): string {
  const chosen = `arraySlice(arraySort(arrayDistinct(${tokenHashes(text)})), 1, ${mostWords})`
  const bucket = `reinterpretAsFixedString(toUInt16(intDiv(t, 65536) % ${wordBuckets}))`
  return `base64Encode(arrayStringConcat(arrayMap(t -> toString(${bucket}), arrayDistinct(${chosen}))))`
}

/** Words out of what `hashedWords` gave. */
export function readWords(encoded: string): Words {
  const bytes = Buffer.from(encoded, 'base64')
  const words = new Set<number>()
  for (let at = 0; at + 1 < bytes.length; at += 2) words.add(bytes.readUInt16LE(at))
  return Uint16Array.from(words)
}

/** The windows of all accounts with a prompt, by account. The prompts are chosen by a hash of text and time under `seed`. */
export async function promptWindows(workspace: Workspace): Promise<PromptWindow[]> {
  const { engine, requests, scratch, settings, seed, paths } = workspace
  const chosen = scratch('window_prompts')
  await engine.run(
    `CREATE TABLE ${chosen} (dataset UInt16, row_id UInt64) ENGINE = MergeTree ORDER BY (dataset, row_id)`,
  )
  const order = `(cityHash64(prompt_text, time, toUInt32(${Math.trunc(seed)})), dataset, row_id)`
  await engine.run(
    `INSERT INTO ${chosen} SELECT one.2, one.3 FROM (
       SELECT arrayJoin(groupArraySorted(${windowPrompts})(${order})) AS one FROM ${requests} WHERE has_prompt GROUP BY account) ${settings}`,
  )
  const windows = new Map<string, Words[]>()
  for (const [dataset, path] of paths.entries()) {
    const rows = engine.stream<{ account: string; words: string }>(
      `SELECT account_id AS account, ${hashedWords('assumeNotNull(prompt)')} AS words FROM file({path:String}, Parquet)
       WHERE row_id IN (SELECT row_id FROM ${chosen} WHERE dataset = ${dataset}) ${settings}`,
      { path },
    )
    for await (const batch of rows) {
      for (const { account, words } of batch) {
        const prompts = windows.get(account) ?? []
        prompts.push(readWords(words))
        windows.set(account, prompts)
      }
    }
  }
  return [...windows].map(([account, prompts]) => ({ account, prompts }))
}
