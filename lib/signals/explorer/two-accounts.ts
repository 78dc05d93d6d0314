/** What two accounts have in common, from their rows: values with their weight, templates, and sentences. */

import { pairsOfKind, rowKinds, rowValueOf } from '@/lib/signals/clusters/shared-attributes'
import { fewestBytes, sentenceKey, sentencesIn } from '@/lib/signals/texts/text-passages'
import { agreement, alike, bands, positions, shingles, sketch, tokenHashes } from '@/lib/signals/texts/text-shingles'
import type { Dataset } from './explorer-keys'
import { isVisible } from './explorer-sql'

export type TwoAccounts = { a: string; b: string }

/** A value that both carry; `accounts` of the log do, `weight` is ln(N ÷ accounts). */
export type SharedValue = { kind: (typeof rowKinds)[number]; value: string; accounts: number; weight: number }

const mostValues = 100

/** The values that both carry, rarest first. `total` is N, the accounts of the log. */
export async function sharedValues(
  { engine, parquetPath: path }: Dataset,
  { a, b, total }: TwoAccounts & { total: number },
): Promise<SharedValue[]> {
  const pairs = rowKinds.map((kind) => `('${kind}', ${rowValueOf(kind)})`).join(', ')
  const both = await engine.rows<{ kind: SharedValue['kind']; value: string }>(
    `SELECT pair.1 AS kind, pair.2 AS value FROM (
       SELECT DISTINCT account_id, arrayJoin([${pairs}]) AS pair FROM file({path:String}, Parquet)
       WHERE account_id IN ({a:String}, {b:String}))
     WHERE value != '' GROUP BY kind, value HAVING uniqExact(account_id) = 2 ORDER BY kind, value LIMIT ${mostValues}`,
    { path, a, b },
  )
  const kinds = rowKinds.filter((kind) => both.some((one) => one.kind === kind))
  const counted = await Promise.all(
    kinds.map(async (kind) => {
      const values = both.flatMap((one) => (one.kind === kind ? [one.value] : []))
      const rows = await engine.rows<{ value: string; accounts: number }>(
        `SELECT value, uniqExact(account) AS accounts FROM (${pairsOfKind(kind, 'file({path:String}, Parquet)')})
         WHERE value IN (SELECT arrayJoin({values:Array(String)})) GROUP BY value`,
        { path, values },
      )
      return rows.map((row) => ({ kind, ...row, weight: Math.log(total / row.accounts) }))
    }),
  )
  return counted.flat().sort((left, right) => right.weight - left.weight || (left.value < right.value ? -1 : 1))
}

/** A template that both send, with how often each does and one row of each. */
export type SharedTemplate = { requests_a: number; requests_b: number; row_a: number; row_b: number }

/** Templates that both use twice or more, by the rarer use: found among the rows of the two alone, as `templates` finds them in a log. */
export function sharedTemplates(
  { engine, parquetPath: path }: Dataset,
  { a, b }: TwoAccounts,
): Promise<SharedTemplate[]> {
  const keys = bands.map((band, index) => `(${index + 1}, ${band})`).join(', ')
  const kept = `account, row_id, ${positions.join(', ')}`
  const core = positions
    .map((position) => `quantileExactLow(0.5)(${position}) OVER (PARTITION BY home) AS core_${position}`)
    .join(', ')
  // Each step reads the one before it once: a named step that two others use would be computed for each.
  return engine.rows<SharedTemplate>(
    `SELECT countIf(account = {a:String}) AS requests_a, countIf(account = {b:String}) AS requests_b,
       minIf(row_id, account = {a:String}) AS row_a, minIf(row_id, account = {b:String}) AS row_b
     FROM (SELECT home, ${kept}, ${core} FROM (
       SELECT ${kept}, argMax(key, (n, key)) AS home FROM (
         SELECT ${kept}, key, count() OVER (PARTITION BY key) AS n FROM (
           SELECT ${kept}, arrayJoin([${keys}]) AS key FROM (${sketchesOfTwo})))
       WHERE n >= 3 GROUP BY ${kept}))
     WHERE ${agreement('', 'core_')} >= ${alike}
     GROUP BY home HAVING requests_a >= 2 AND requests_b >= 2
     ORDER BY least(requests_a, requests_b) DESC, row_a LIMIT 20`,
    { path, a, b },
  )
}

/** SQL of `account`, `row_id` and the sketch of each prompt of the two that is long enough for a template. */
const sketchesOfTwo = `SELECT account, row_id, ${sketch('shingles')} FROM (
  SELECT account, row_id, ${shingles('tokens')} AS shingles FROM (
    SELECT account_id AS account, row_id, ${tokenHashes('assumeNotNull(prompt)')} AS tokens
    FROM file({path:String}, Parquet) WHERE account_id IN ({a:String}, {b:String}) AND prompt != '')
  WHERE length(tokens) >= 5)`

/** A sentence that both send. `text`, in lower case, is null unless one of them may be read. */
export type SharedSentence = { text: string | null; bytes: number } & SharedTemplate

/** The sentences of 40 bytes or more that both send, those sent most by both first. */
export async function sharedSentences(
  { engine, parquetPath: path, visibleAccounts }: Dataset,
  { a, b }: TwoAccounts,
): Promise<SharedSentence[]> {
  const rows = await engine.rows<SharedSentence & { text: string }>(
    `SELECT anyIf(sentence, visible) AS text, max(length(sentence)) AS bytes,
       uniqExactIf(row_id, account = {a:String}) AS requests_a, uniqExactIf(row_id, account = {b:String}) AS requests_b,
       minIf(row_id, account = {a:String}) AS row_a, minIf(row_id, account = {b:String}) AS row_b
     FROM (SELECT account_id AS account, ${isVisible} AS visible, row_id, arrayJoin(${sentencesIn("ifNull(prompt, '')")}) AS sentence
       FROM file({path:String}, Parquet) WHERE account_id IN ({a:String}, {b:String}))
     WHERE length(sentence) >= ${fewestBytes} GROUP BY ${sentenceKey('sentence')} AS key
     HAVING requests_a > 0 AND requests_b > 0 ORDER BY least(requests_a, requests_b) DESC, key LIMIT 30`,
    { path, a, b, visible: [...visibleAccounts] },
  )
  return rows.map((row) => ({ ...row, text: row.text === '' ? null : row.text }))
}
