/** Synthetic-data pipelines: the share of prompts that contain an earlier response of the same account. */

import { chainedRows } from './chained-rows'
import { peerGroupRule } from './peer-groups'
import { wilsonInterval } from './proportions'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { fewestPrompts } from './templates'
import { fewestBytes } from './text-passages'
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
 * A key counts when the account's first use of it is in a response; all prompts with it are then later, and chained. The
 * hash of the account is mixed into each key, so that accounts never match each other.
 */
function chains(requests: string, within: string): string {
  const mixed = 'bitXor(hash, cityHash64(account)) AS key'
  const from = `FROM ${requests} ARRAY JOIN`
  const where = `WHERE hash != 0 AND time >= 0 AND ${within}`
  return `WITH responses AS (SELECT key, min(time) AS first_response FROM (
        SELECT ${mixed}, time ${from} [response_sentence, response_text] AS hash ${where}) GROUP BY key),
      prompts AS (SELECT ${mixed}, account, time, (dataset, row_id) AS request, hash = prompt_text AS whole
        ${from} arrayPushFront(prompt_sentences, prompt_text) AS hash ${where}),
      given AS (SELECT any(account) AS account, any(whole) AS whole, groupArray(request) AS requests
        FROM prompts INNER ANY JOIN responses USING (key) GROUP BY key HAVING min(time) > any(first_response))
    SELECT p.account AS account, p.prompts AS prompts, c.chained AS chained, c.whole AS whole
    FROM (SELECT account, countIf(has_prompt) AS prompts FROM ${requests}
      WHERE time >= 0 AND ${within} GROUP BY account HAVING prompts > 0) AS p
    LEFT ANY JOIN (
      SELECT account, uniqExact(request) AS chained, uniqExactIf(request, whole) AS whole
      FROM given ARRAY JOIN requests AS request GROUP BY account) AS c ON p.account = c.account `
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
  version: '2',
  title: 'Response chaining',
  question: 'Does this account feed the model’s own answers back as prompts, as a synthetic-data pipeline does?',
  definition:
    'Prompts that contain an earlier response of the same account ÷ its prompts with a time, for accounts with 10 or more. ' +
    `Contained: the prompt has the longest sentence or line of the response (${fewestBytes} bytes or more, letter case aside) or ` +
    'equals it as a whole, and the first use of that text by the account was in a response.',
  source: 'WizardLM Evol-Instruct (strict pairs of calls).',
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
  cannotShow:
    'That the pairs were kept. Chains across accounts are not seen; short responses are not compared, and an answer that lost its longest sentence is not recognised.',
  techniques: ['AML.T0024.002', 'AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: chainedRows,
}
