/** Sentences of prompts that few accounts send: a script keeps its own words when everything else about its accounts differs. */

import type { Workspace } from './workspace'

/** Sentences that always come in the same requests, named by one of them, with all accounts of the log (ascending) that send them. */
export type RareSentence = { value: string; accounts: string[] }

/** What is known of an account's prompts: how many different sentences it sent, rare or not. */
export type SentenceFacts = { rare: RareSentence[]; sentencesOf: Map<string, number> }

/** Prompts are chosen, so that a sentence of this share of all accounts is still rare; in small logs never below 100. */
const rareShare = 0.03
const neverTooCommon = 100

/** What fewer accounts send alike is coincidence more often than a script. */
const fewestAccounts = 3

/** How the link table prints the key of a sentence. */
export const printedSentence = (key: string): string => `concat('sentence ', lower(hex(${key})))`

/** Reads the sentences of all prompts, a bucket of keys at a time. */
export async function readSentences(workspace: Workspace): Promise<SentenceFacts> {
  const { engine, requests, buckets, settings } = workspace
  let rare: RareSentence[] = []
  for (let bucket = 0; bucket < buckets; bucket++) rare = rare.concat(await rareSentences(workspace, bucket))
  rare.sort((a, b) => (a.value < b.value ? -1 : 1))
  const counts = await engine.rows<{ account: string; sentences: number }>(
    `SELECT account, length(groupUniqArrayArray(prompt_sentences)) AS sentences FROM ${requests} GROUP BY account ${settings}`,
  )
  return { rare, sentencesOf: new Map(counts.map(({ account, sentences }) => [account, sentences])) }
}

async function rareSentences({ engine, requests, facts, buckets, scratch, settings }: Workspace, bucket: number) {
  const cap = Math.floor(Math.max(rareShare * facts.accounts, neverTooCommon))
  const shared = scratch(`sentences_${bucket}`)
  const sentences = `FROM ${requests} ARRAY JOIN arrayDistinct(prompt_sentences) AS key WHERE key % ${buckets} = ${bucket}`
  await engine.run(`CREATE TABLE ${shared} (key UInt64) ENGINE = Set SETTINGS persistent = 0`)
  // Most sentences are of one account: to see this takes two hashes each, and a list only for the others.
  await engine.run(
    `INSERT INTO ${shared} SELECT key ${sentences} GROUP BY key
     HAVING min(cityHash64(account)) != max(cityHash64(account)) ${settings}`,
  )
  return engine.rows<RareSentence>(
    `SELECT ${printedSentence('min(key)')} AS value, any(accounts) AS accounts FROM (
       SELECT key, arraySort(groupUniqArray(${cap + 1})(account)) AS accounts, sum(cityHash64(dataset, row_id)) AS together
       ${sentences} AND key IN ${shared} GROUP BY key HAVING length(accounts) BETWEEN ${fewestAccounts} AND ${cap})
     GROUP BY together ${settings}`,
  )
}
