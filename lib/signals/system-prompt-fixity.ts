/** One instruction in every request: how far an account's system prompts are variations of one, and who else sends it. */

import { callerTable } from './caller-counts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { fewestPrompts } from './templates'
import { marksOfRow } from './texts/text-marks'
import type { Workspace } from './workspace'

type Row = {
  account: string
  prompts: number
  requests: number
  pairs: number
  kinds: number
  most: number
  accounts: number
  payers: number
}

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, scratch, settings } = workspace
  const callers = await callerTable(workspace)
  const own = scratch('system_prompts')
  await engine.run(
    `CREATE TABLE ${own} ENGINE = MergeTree ORDER BY account AS
     SELECT account, sum(n) AS prompts, sumIf(n, template > 0) AS requests, sumIf(n * (n - 1), template > 0) AS pairs,
       countIf(template > 0) AS kinds, max((if(template > 0, n, 0), template)) AS commonest
     FROM (SELECT account, template, sum(n) AS n FROM ${callers} GROUP BY account, template) GROUP BY account ${settings}`,
  )
  const rows = await engine.rows<Row>(
    `SELECT own.account AS account, prompts, requests, pairs, kinds, tupleElement(own.commonest, 1) AS most, s.accounts AS accounts, s.payers AS payers
     FROM ${own} AS own LEFT ANY JOIN (${sharing(workspace, callers, own)}) AS s ON tupleElement(own.commonest, 2) = s.hash ${settings}`,
  )
  if (!rows.some(({ requests }) => requests > 0)) return { computable: false, why: 'The log has no system prompts.' }
  return { computable: true, accounts: rows.map(measure) }
}

/** SQL: how many accounts send each account's commonest system prompt, by either hash, and how many means of payment they have. */
function sharing({ customers }: Workspace, callers: string, own: string): string {
  return `SELECT hash, uniqExact(account) AS accounts, uniqExactIf(payer, payer != '') AS payers
    FROM (SELECT DISTINCT account, arrayJoin([low, high]) AS hash FROM ${callers}
      WHERE low IN (SELECT tupleElement(commonest, 2) FROM ${own}) OR high IN (SELECT tupleElement(commonest, 2) FROM ${own})) AS sent
    LEFT ANY JOIN (SELECT account_id, max(payment_ref) AS payer FROM ${customers} GROUP BY account_id) AS paid
      ON sent.account = paid.account_id
    WHERE hash > 0 GROUP BY hash`
}

function measure({ account, prompts, requests, pairs, kinds, most, accounts, payers }: Row): Measured {
  const measures = {
    requests,
    instructed_share: requests / prompts,
    system_templates: kinds,
    top_share: requests > 0 ? most / requests : null,
    top_accounts: requests > 0 ? accounts : null,
    top_payers: requests > 0 && payers > 0 ? payers : null,
  }
  if (requests >= fewestPrompts) return { account, value: pairs / (requests * (requests - 1)), why: null, measures }
  const why = `Too few data: ${requests} requests with a system prompt, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const systemPromptFixity: SignalDefinition = {
  id: 'system-prompt-fixity',
  reads: ['marks'],
  version: '1',
  title: 'System prompt fixity',
  question: 'Is one instruction put before every request, and do unrelated accounts send the same one?',
  definition:
    'Probability that two of its requests with a system prompt have the same (Simpson; the HHI of system-prompt templates without the bias ' +
    'of small numbers), for accounts with 10 or more. System prompts are the same when the smallest or the largest hash of their runs of five words is, digits and ' +
    'letter case aside, whichever of the two more of the account’s requests have: another name or date in it mostly changes neither. ' +
    'Beside it: the accounts that send its commonest one, and how many means of payment they have.',
  source:
    'Joint advisory AA26-251A and report of September 2026 (a fixed instruction in each request); Simpson 1949; Broder 1997.',
  needs: ['account_id', 'prompt', 'system_prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'probability of the same system prompt', unit: 'probability' },
  measures: {
    requests: 'requests with a prompt and a system prompt',
    instructed_share: 'share of prompts that have a system prompt',
    system_templates: 'different system prompts',
    top_share: 'share of its commonest one',
    top_accounts: 'accounts of the log that send its commonest one',
    top_payers: 'means of payment of those accounts',
  },
  flag: 'Robust z of 3.5 or more. Most applications have one system prompt, so that this says little alone.',
  innocentExplanations: [
    { name: 'reseller', how: 'A product sends its one instruction with each request of its users.' },
    { name: 'benchmark overlap', how: 'A public tool gives all its users the same instruction.' },
    { name: 'evaluation harness', how: 'A test suite runs under one instruction.' },
  ],
  rebuttedBy: 'The product, or the public tool, whose instruction it is.',
  cannotShow: 'Why it is sent. Short instructions that differ in one word of five count as different.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      given: marksOfRow(),
      strength: 'greatest(count() OVER (PARTITION BY system_low), count() OVER (PARTITION BY system_high))',
      where: `prompt_ != '' AND ifNull(system_prompt, '') != ''`,
      reason: `concat('a system prompt of ', toString(strength), ' requests')`,
    }),
}
