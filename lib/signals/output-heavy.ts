/** Long answers to short questions: output tokens over input tokens, and how many answers were cut at their limit. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = { account: string; answers: number; input: number; output: number; cut: number }

const fewestAnswers = 20

/** How providers write that an answer was cut. */
const cutReasons = ['length', 'max_tokens', 'max_output_tokens', 'model_length', 'token_limit_reached']

async function compute({ engine, activity, settings }: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(activity, ['input_tokens', 'output_tokens'])
  if (why) return { computable: false, why }
  const reasons = cutReasons.map((reason) => `'${reason}'`).join(', ')
  const rows = await engine.rows<Row>(
    `SELECT account, count() AS answers, sum(input_tokens) AS input, sum(output_tokens) AS output,
       countIf(finish IN (${reasons}) OR (limit > 0 AND output_tokens >= limit)) AS cut
     FROM ${activity.table} WHERE input_tokens > 0 AND output_tokens > 0 GROUP BY account ${settings}`,
  )
  return { computable: true, accounts: rows.map(measure) }
}

function measure({ account, answers, input, output, cut }: Row): Measured {
  const measures = { answers, output_tokens_per_answer: output / answers, cut_share: cut / answers }
  if (answers >= fewestAnswers) return { account, value: output / input, why: null, measures }
  const why = `Too few data: ${answers} answers with both token counts, at least ${fewestAnswers} are needed.`
  return { account, value: null, why, measures }
}

export const outputHeavy: SignalDefinition = {
  id: 'output-heavy',
  reads: ['activity'],
  version: '1',
  title: 'Output-heavy',
  question: 'Does this account take long answers to short questions?',
  definition:
    'Output tokens ÷ input tokens over its answered requests that state both, for accounts with ' +
    `${fewestAnswers} or more. Beside it: output tokens of an answer, and the share of answers that were cut at a limit (by the stated reason, or as many ` +
    'tokens as max_tokens).',
  source: 'Public detectors call it response information gain; not named by providers.',
  needs: ['account_id', 'input_tokens', 'output_tokens'],
  peerGroup: peerGroupRule,
  value: { name: 'output tokens for each input token', unit: 'ratio' },
  measures: {
    answers: 'answered requests that state input and output tokens',
    output_tokens_per_answer: 'mean output tokens of an answer',
    cut_share: 'share of answers cut at a limit',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'Writing tools turn a line into a page.' },
    { name: 'evaluation harness', how: 'Benchmarks of reasoning ask short questions with long solutions.' },
    { name: 'academic research', how: 'Generated stories and essays are long.' },
  ],
  rebuttedBy: 'The product that the long texts appear in.',
  cannotShow: 'What the output was kept for. Pipelines with long context or short labels are not output-heavy.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: 'toInt64(ifNull(output_tokens, 0)) - toInt64(ifNull(input_tokens, 0))',
      where: 'input_tokens > 0 AND output_tokens > 0',
      reason: `concat(toString(strength), ' more output than input tokens')`,
    }),
}
