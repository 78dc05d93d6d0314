/** Synthetic-data pipelines: the share of prompts that contain an earlier response of the same account. */

import { chainedRows } from './chained-rows'
import { peerGroupRule } from './peer-groups'
import { wilsonInterval } from './proportions'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { fewestPrompts } from './templates'
import type { Workspace } from './workspace'

type Row = { account: string; prompts: number; chained: number; whole: number }

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, facts, requests, buckets, settings } = workspace
  for (const column of ['prompt', 'response', 'timestamp'] as const) {
    if (facts.filled[column] === 0) return { computable: false, why: `The log has no ${nouns[column]}.` }
  }
  const accounts: Measured[] = []
  for (let bucket = 0; bucket < buckets; bucket++) {
    const rows = await engine.rows<Row>(chains(requests, `cityHash64(account) % ${buckets} = ${bucket}`) + settings)
    for (const row of rows) accounts.push(measure(row))
  }
  return { computable: true, accounts }
}

const nouns = { prompt: 'prompts', response: 'responses', timestamp: 'times' }

/**
 * A text or passage counts when the account's first use of it is in a response; a prompt is chained when it comes later.
 * The hash of the account is mixed into each key, so that accounts never match each other.
 */
function chains(requests: string, within: string): string {
  const keys = (
    side: string,
  ) => `SELECT bitXor(hash, cityHash64(account)) AS key, account, time, dataset, row_id, place = 1 AS whole
    FROM ${requests} ARRAY JOIN arrayPushFront(${side}_passages, ${side}_text) AS hash,
      arrayEnumerate(arrayPushFront(${side}_passages, ${side}_text)) AS place
    WHERE hash != 0 AND time >= 0 AND ${within}`
  return `WITH prompt_keys AS (SELECT key, min(time) AS first_prompt FROM (${keys('prompt')}) GROUP BY key),
      first_seen AS (SELECT key, min(time) AS first_response FROM (${keys('response')})
        WHERE key IN (SELECT key FROM prompt_keys) GROUP BY key),
      given AS (SELECT key, first_response FROM first_seen INNER JOIN prompt_keys USING (key)
        WHERE first_response < first_prompt)
    SELECT p.account AS account, p.prompts AS prompts, c.chained AS chained, c.whole AS whole
    FROM (SELECT account, countIf(prompt_length > 0) AS prompts FROM ${requests}
      WHERE time >= 0 AND ${within} GROUP BY account HAVING prompts > 0) AS p
    LEFT ANY JOIN (
      SELECT account, uniqExact(dataset, row_id) AS chained, uniqExactIf((dataset, row_id), whole) AS whole
      FROM (${keys('prompt')}) AS k INNER JOIN given USING (key) WHERE first_response < time
      GROUP BY account) AS c ON p.account = c.account `
}

function measure({ account, prompts, chained, whole }: Row): Measured {
  const [low, high] = wilsonInterval(chained, prompts)
  const measures = { prompts, chained, whole_response_share: whole / prompts, interval_low: low, interval_high: high }
  if (prompts >= fewestPrompts) return { account, value: chained / prompts, why: null, measures }
  const why = `Too few data: ${prompts} prompts with a time, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const responseChaining: SignalDefinition = {
  id: 'response-chaining',
  version: '1',
  title: 'Response chaining',
  question: 'Does this account feed the model’s own answers back as prompts, as a synthetic-data pipeline does?',
  definition:
    'Prompts that contain an earlier response of the same account ÷ its prompts with a time, for accounts with 10 or more. ' +
    'Contained: the normalised texts are equal (8 tokens or more), or they share a passage of 32 consecutive tokens (about ' +
    '200 characters; one passage in 8 is compared, chosen by its hash) whose first use by the account was in a response.',
  source: 'WizardLM Evol-Instruct (strict pairs of calls); Schleimer and others 2003 for selecting passages.',
  needs: ['account_id', 'timestamp', 'prompt', 'response'],
  peerGroup: peerGroupRule,
  value: { name: 'share of chained prompts', unit: 'share of prompts' },
  measures: {
    prompts: 'requests with a prompt and a time',
    chained: 'prompts that contain an earlier response',
    whole_response_share: 'share of prompts that equal an earlier response',
    interval_low: 'lower end of the 95 % Wilson interval of the value',
    interval_high: 'upper end of the 95 % Wilson interval of the value',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Agents and graders pass one answer on to the next step.' },
    { name: 'reseller', how: 'A chat application sends the whole conversation with each turn.' },
    { name: 'academic research', how: 'Studies of self-correction let the model revise its own text.' },
  ],
  rebuttedBy: 'A conversation or agent trace in which the earlier answer is context for a user’s next question.',
  cannotShow: 'That the pairs were kept. Chains across accounts are not seen; short responses are not compared.',
  techniques: ['AML.T0024.002', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: chainedRows,
}
