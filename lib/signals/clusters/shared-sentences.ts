/** Sentences of prompts that few accounts send: a script keeps its own words when everything else about its accounts differs. */

import type { Workspace } from '@/lib/signals/workspace'
import { ownTexts, printedWording, readScripts, type SharedScript } from './shared-scripts'

/** Sentences that always come in the same requests, named by one of them, with all accounts of the log (ascending) that send them. */
export type RareSentence = SharedScript

/** `scripts` are repeated around ever other texts; `sentencesOf` is how many different sentences an account sent, rare or not. */
export type SentenceFacts = { rare: RareSentence[]; scripts: SharedScript[]; sentencesOf: Map<string, number> }

/** Prompts are chosen, so that a sentence of this share of all accounts is still rare; in small logs never below 100. */
const rareShare = 0.03
const neverTooCommon = 100

/** What fewer accounts send alike is coincidence more often than a script. */
const fewestAccounts = 3

/** SQL of an occasion: the MinHash of a set of requests, the same for two sets as often as they overlap (Broder 1997). */
const occasionOf = 'toUInt32(min(cityHash64(dataset, row_id)))'

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
  const scripts = await readScripts(workspace)
  return { rare, scripts, sentencesOf: new Map(counts.map(({ account, sentences }) => [account, sentences])) }
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
  await engine.run(`CREATE TABLE ${shared} (key UInt64) ENGINE = Set SETTINGS persistent = 0`)
  // Most sentences are of one account: a count finds the others, and only those are listed with their accounts.
  await engine.run(
    `INSERT INTO ${shared} SELECT key FROM ${own} ARRAY JOIN keys AS key WHERE ${within} GROUP BY key
     HAVING count() > 1 ${settings}`,
  )
  const sent = `SELECT account, key, count() AS uses, uniqExactState(prompt_text) AS texts, ${occasionOf} AS occasion,
      sum(cityHash64(dataset, row_id)) AS rows
    FROM ${requests} ARRAY JOIN arrayDistinct(prompt_sentences) AS key WHERE ${within} AND key IN ${shared} GROUP BY account, key`
  return engine.rows<RareSentence>(
    `SELECT ${printedWording('min(key)')} AS value, any(members).1 AS accounts, any(members).2 AS occasions FROM (
       SELECT key, arraySort(groupArray((account, occasion))) AS members, sum(rows) AS together FROM (${sent})
       GROUP BY key HAVING count() BETWEEN ${fewestAccounts} AND ${cap} AND uniqExactMerge(texts) >= ${ownTexts} * sum(uses))
     GROUP BY together ${settings}`,
  )
}
