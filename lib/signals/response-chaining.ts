/** Synthetic-data pipelines: the share of prompts that contain an earlier response of the same account. */

import { chainedRows } from './explorer/chained-rows'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { wilsonInterval } from './statistics/proportions'
import { fewestPrompts } from './templates'
import { fewestBytes } from './texts/text-passages'
import type { Workspace } from './workspace'

type Row = { account: string; prompts: number; chained: number; whole: number }

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, facts, requests, shares, settings } = workspace
  for (const column of ['prompt', 'response', 'timestamp'] as const) {
    if (facts.filled[column] === 0) return { computable: false, why: `The log has no ${nouns[column]}.` }
  }
  const both = workspace.scratch('said_by_both')
  await engine.run(`CREATE TABLE ${both} (account String, key UInt64) ENGINE = MergeTree ORDER BY (account, key)`)
  await engine.run(`INSERT INTO ${both} ${saidByBoth(requests)} ${settings}`)
  const accounts: Measured[] = []
  for (const { within, params } of shares) {
    const rows = await engine.rows<Row>(chains(requests, both, within) + settings, params)
    for (const row of rows) accounts.push(measure(row))
  }
  return { computable: true, accounts }
}

const nouns = { prompt: 'prompts', response: 'responses', timestamp: 'times' }

const ofPrompt = 'arrayPushFront(prompt_sentences, prompt_text)'
const ofResponse = '[response_sentence, response_text]'

/** Few keys are in both prompts and responses of an account; requests are in its order, so one account is held at a time. */
function saidByBoth(requests: string): string {
  return `SELECT account, arrayJoin(arrayIntersect(groupArrayArray(${ofPrompt}), groupArrayArray(${ofResponse}))) AS key
    FROM ${requests} WHERE time >= 0 GROUP BY account`
}

/** A key counts when the account's first use of it is in a response; all prompts with it are then later, and chained. */
function chains(requests: string, both: string, within: string): string {
  const keys = (array: string) => `FROM ${requests} ARRAY JOIN ${array} AS key
      WHERE time >= 0 AND ${within} AND (account, key) IN (SELECT account, key FROM ${both} WHERE ${within})`
  return `WITH responses AS (SELECT account, key, min(time) AS first_response ${keys(ofResponse)} GROUP BY account, key),
      prompts AS (SELECT account, key, min(time) AS first_prompt, groupArray((dataset, row_id)) AS requests,
        any(key = prompt_text) AS whole ${keys(ofPrompt)} GROUP BY account, key),
      given AS (SELECT prompts.account AS account, requests, whole
        FROM prompts INNER JOIN responses ON prompts.account = responses.account AND prompts.key = responses.key
        WHERE first_response < first_prompt)
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
