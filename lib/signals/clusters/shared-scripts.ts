/** Wordings that accounts send again and again around ever other texts, and share: what a script leaves where everything else differs. */

import type { Workspace } from '@/lib/signals/workspace'

/**
 * One wording, named by one of its keys, with accounts (ascending) that send it. What is the same in `occasions` for an account
 * comes in the same requests of it, so that it is one thing there, however others mix it.
 */
export type SharedScript = { value: string; accounts: string[]; occasions: number[] }

/** An account repeats a wording in this many of its requests or more, and in this share of them. */
const fewestUses = 3
const leastShare = 0.03

/** Wordings are chosen, so that one of this share of all accounts is still rare; in small logs never below 100. */
const rareShare = 0.03
const neverTooCommon = 100

/** Fewer accounts are one customer's. */
const fewestAccounts = 3

/** Of those who send a wording at all this share repeats it: others send common words by chance, once or twice. */
const repeatingShare = 0.5

/** So many runs of five words that always come together are eight words in a row: fewer are a turn of phrase. */
const fewestRuns = 4

/** Of the requests with a wording this share are texts of their own: a public prompt is copied whole. */
export const ownTexts = 0.8

/** Keys of runs of words have 32 bits, those of sentences more. */
const smallestSentence = 2 ** 32

/** How a link table prints a key: sentences and runs of words are told apart by their size. */
export const printedWording = (key: string): string =>
  `concat(if(${key} < ${smallestSentence}, 'words ', 'sentence '), lower(hex(${key})))`

/** Keys of all wordings of a request: its sentences, and the runs of words at its front and back. */
const wordings = 'arrayDistinct(arrayConcat(prompt_sentences, arrayMap(f -> toUInt64(f), prompt_frames)))'

/** Scripts in the order of their values. Wordings that always come in the same requests are one script; `accounts` are those that repeat it. */
export async function readScripts(workspace: Workspace): Promise<SharedScript[]> {
  const { engine, requests, facts, settings, scratch } = workspace
  const cap = Math.floor(Math.max(rareShare * facts.accounts, neverTooCommon))
  const repeated = await repeatedWordings(workspace)
  const shared = scratch('shared_wordings')
  await engine.run(`CREATE TABLE ${shared} (key UInt64) ENGINE = Set SETTINGS persistent = 0`)
  await engine.run(
    `INSERT INTO ${shared} SELECT key FROM ${repeated} ARRAY JOIN keys AS key GROUP BY key
     HAVING count() BETWEEN ${fewestAccounts} AND ${cap} ${settings}`,
  )
  // Wordings of one request are one occasion, named by the one that the account sends most.
  const hits = `SELECT account, key, prompt_text, cityHash64(dataset, row_id) AS request
    FROM ${requests} ARRAY JOIN ${wordings} AS key WHERE key IN ${shared}`
  const counted = `SELECT *, count() OVER (PARTITION BY account, key) AS often FROM (${hits})`
  const led = `SELECT *, max((often, key)) OVER (PARTITION BY account, request) AS leader FROM (${counted})`
  const sent = `SELECT account, key, count() AS uses, uniqExactState(prompt_text) AS texts, sum(request) AS rows,
      toUInt32(cityHash64(tupleElement(max(leader), 2))) AS occasion,
      (account, key) IN (SELECT account, arrayJoin(keys) FROM ${repeated}) AS repeats
    FROM (${led}) GROUP BY account, key`
  const enough = `count() <= ${cap} AND uniqExactMerge(texts) >= ${ownTexts} * sum(uses)
      AND countIf(repeats) >= ${repeatingShare} * count()`
  return engine.rows<SharedScript>(
    `SELECT ${printedWording('max(key)')} AS value, any(members).1 AS accounts, any(members).2 AS occasions
     FROM (SELECT key, arraySort(groupArrayIf((account, occasion), repeats)) AS members, sum(rows) AS together
       FROM (${sent}) GROUP BY key HAVING ${enough})
     GROUP BY together HAVING count() >= ${fewestRuns} OR max(key) >= ${smallestSentence} ORDER BY value ${settings}`,
  )
}

/** A scratch table with one line per account: the keys that it repeats. Requests of an account lie together, so this is cheap. */
async function repeatedWordings({ engine, requests, scratch, settings }: Workspace): Promise<string> {
  const repeated = scratch('repeated_wordings')
  await engine.run(`CREATE TABLE ${repeated} (account String, keys Array(UInt64)) ENGINE = MergeTree ORDER BY account`)
  const needed = `toUInt64(greatest(${fewestUses}, ceil(${leastShare} * count())))`
  // Of sorted keys one is repeated n times when the key n - 1 places later is the same.
  await engine.run(
    `INSERT INTO ${repeated}
     SELECT account, arrayDistinct(arrayFilter((key, later) -> key = later, sorted,
       arrayResize(arraySlice(sorted, needed), length(sorted), toUInt64(0)))) AS keys
     FROM (SELECT account, ${needed} AS needed, arraySort(groupArrayArray(${wordings})) AS sorted
       FROM ${requests} WHERE has_prompt GROUP BY account HAVING count() >= ${fewestUses})
     WHERE notEmpty(keys) ${settings}`,
  )
  return repeated
}
