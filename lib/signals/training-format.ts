/** Training data by name: the share of prompts that ask for instructions with outputs, or for chats as JSON lines. */

import { type MarkedCount, markedRows, markedShares, shareFlag, shareMeasures } from './marked-share'
import type { SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { bears } from './texts/text-marks'
import type { Workspace } from './workspace'

const asks = bears('training-format')

async function compute({ engine, requests, facts, settings }: Workspace): Promise<SignalOutcome> {
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const rows = await engine.rows<MarkedCount>(
    `SELECT account, count() AS prompts, countIf(${asks}) AS hits FROM ${requests} WHERE has_prompt GROUP BY account ${settings}`,
  )
  return { computable: true, accounts: markedShares(rows) }
}

export const trainingFormat: SignalDefinition = {
  id: 'training-format',
  reads: ['marks'],
  version: '1',
  title: 'Training format',
  question: 'Does this account ask for texts in the form in which models are trained?',
  definition:
    'Prompts that ask for training examples ÷ prompts, for accounts with 10 or more: weighted English phrases ' +
    '(lib/signals/texts/prompt-marks.ts) for instruction, input and output triples, chats with roles, preference pairs, JSON lines, new ' +
    'diverse tasks or harder versions of a given one add up to 5 in the first 1,500 and last 500 bytes. With the 95 % Wilson interval, ' +
    'the lift over all other accounts, and a one-sided binomial p-value against their rate.',
  source: 'Public collectors: Self-Instruct, Alpaca, Evol-Instruct, Airoboros; Wilson 1927.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'share of prompts for training examples', unit: 'share of prompts' },
  measures: shareMeasures('requests with a prompt', 'prompts that ask for training examples'),
  flag: shareFlag,
  innocentExplanations: [
    { name: 'academic research', how: 'Courses and papers on fine-tuning make small sets of examples.' },
    { name: 'reseller', how: 'A firm may make examples for a model that the provider itself lets it tune.' },
    { name: 'evaluation harness', how: 'Test sets are kept in the same forms.' },
  ],
  rebuttedBy: 'The tuning job at the provider, or the published set, that the examples went into.',
  cannotShow: 'That the examples were used to train, or to train a rival. A collector need not say what it collects.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) => markedRows(request, asks, `'asks for training examples'`),
}
