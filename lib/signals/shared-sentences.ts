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
  const { engine, buckets, settings } = workspace
  const own = await ownSentences(workspace)
  let rare: RareSentence[] = []
  for (let bucket = 0; bucket < buckets; bucket++) rare = rare.concat(await rareSentences(workspace, own, bucket))
  rare.sort((a, b) => (a.value < b.value ? -1 : 1))
  const counts = await engine.rows<{ account: string; sentences: number }>(
    `SELECT account, length(keys) AS sentences FROM ${own} ${settings}`,
  )
  return { rare, sentencesOf: new Map(counts.map(({ account, sentences }) => [account, sentences])) }
}

/** A scratch table with one line per account: the keys of its different sentences. Requests of an account lie together, so this is cheap. */
async function ownSentences({ engine, requests, scratch, settings }: Workspace): Promise<string> {
  const own = scratch('own_sentences')
  await engine.run(`CREATE TABLE ${own} (account String, keys Array(UInt64)) ENGINE = MergeTree ORDER BY account`)
  await engine.run(
    `INSERT INTO ${own} SELECT account, groupUniqArrayArray(prompt_sentences) FROM ${requests} GROUP BY account ${settings}`,
  )
  return own
}

async function rareSentences(
  { engine, requests, facts, buckets, scratch, settings }: Workspace,
  own: string,
  bucket: number,
) {
  const cap = Math.floor(Math.max(rareShare * facts.accounts, neverTooCommon))
  const shared = scratch(`sentences_${bucket}`)
  const within = `key % ${buckets} = ${bucket}`
  const sentences = `FROM ${requests} ARRAY JOIN arrayDistinct(prompt_sentences) AS key WHERE ${within}`
  await engine.run(`CREATE TABLE ${shared} (key UInt64) ENGINE = Set SETTINGS persistent = 0`)
  // Most sentences are of one account: a count finds the others, and only those are listed with their accounts.
  await engine.run(
    `INSERT INTO ${shared} SELECT key FROM ${own} ARRAY JOIN keys AS key WHERE ${within} GROUP BY key
     HAVING count() > 1 ${settings}`,
  )
  return engine.rows<RareSentence>(
    `SELECT ${printedSentence('min(key)')} AS value, any(accounts) AS accounts FROM (
       SELECT key, arraySort(groupUniqArray(${cap + 1})(account)) AS accounts, sum(cityHash64(dataset, row_id)) AS together
       ${sentences} AND key IN ${shared} GROUP BY key HAVING length(accounts) BETWEEN ${fewestAccounts} AND ${cap})
     GROUP BY together ${settings}`,
  )
}
