/** Questions to the model about itself: the share of prompts that ask who it is or what its instructions say. */

import { markedRows, markedShares, shareFlag, shareMeasures } from './marked-share'
import type { SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { bears } from './texts/text-marks'
import type { Workspace } from './workspace'

type Row = { account: string; prompts: number; hits: number; identity: number; instructions: number }

const probes = `(${bears('identity')} OR ${bears('instructions')})`

async function compute({ engine, requests, facts, settings }: Workspace): Promise<SignalOutcome> {
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const rows = await engine.rows<Row>(
    `SELECT account, count() AS prompts, countIf(${probes}) AS hits, countIf(${bears('identity')}) AS identity,
       countIf(${bears('instructions')}) AS instructions
     FROM ${requests} WHERE has_prompt GROUP BY account ${settings}`,
  )
  const more = ({ identity, instructions, prompts }: Row) => ({
    identity_share: identity / prompts,
    instructions_share: instructions / prompts,
  })
  return { computable: true, accounts: markedShares(rows, more) }
}

export const identityProbes: SignalDefinition = {
  id: 'identity-probes',
  reads: ['marks'],
  version: '1',
  title: 'Identity probes',
  question: 'Does this account keep asking the model who it is or what it was told?',
  definition:
    'Prompts that ask which model answers, who made it, or what its system prompt says ÷ prompts, for accounts with 10 or more. Weighted ' +
    'English phrases (lib/signals/texts/prompt-marks.ts) add up to 5 in the first 1,500 and last 500 bytes. With the 95 % Wilson interval, the ' +
    'lift over all other accounts, and a one-sided binomial p-value against their rate.',
  source: 'Report of September 2026 on relayed users and checks of what is behind a relay; Wilson 1927.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'share of identity probes', unit: 'share of prompts' },
  measures: {
    ...shareMeasures('requests with a prompt', 'prompts that ask for identity or instructions'),
    identity_share: 'share of prompts that ask which model answers or who made it',
    instructions_share: 'share of prompts that ask for the system prompt',
  },
  flag: shareFlag,
  innocentExplanations: [
    { name: 'reseller', how: 'People who meet a new assistant ask it who it is.' },
    { name: 'academic research', how: 'Studies of safety try to get at the system prompt.' },
    { name: 'evaluation harness', how: 'Monitors check which model a route leads to.' },
  ],
  rebuttedBy: 'The product whose users ask, the study, or the monitor.',
  cannotShow: 'Why it is asked. Curiosity is the usual reason.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) =>
    markedRows(request, probes, `if(${bears('identity')}, 'asks who answers', 'asks for its instructions')`),
}
