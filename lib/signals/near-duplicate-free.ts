/** A cleaned set of questions: whether an account hardly ever sends the same prompt twice, as its peers do. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { type RepeatedPrompts, repeatedPrompts } from './texts/repeated-prompts'
import type { Workspace } from './workspace'

/** Below this many prompts nobody repeats much. */
const fewestPrompts = 50

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  if (workspace.facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  return { computable: true, accounts: (await repeatedPrompts(workspace)).map(measure) }
}

function measure({ account, prompts, texts, pairs, returning, timed }: RepeatedPrompts): Measured {
  const measures = {
    prompts,
    texts,
    repeat_probability: prompts > 1 ? pairs / (prompts * (prompts - 1)) : null,
    returning_share: timed > 0 ? returning / prompts : null,
  }
  if (prompts >= fewestPrompts) return { account, value: texts / prompts, why: null, measures }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const nearDuplicateFree: SignalDefinition = {
  id: 'near-duplicate-free',
  version: '1',
  title: 'No repeats',
  question: 'Does this account never send the same prompt twice?',
  definition:
    `Different prompts ÷ prompts, for accounts with ${fewestPrompts} or more; 1 is no repeat at all. Texts are the same when their sentences ` +
    'are, letter case aside. Beside it: the probability that two of its prompts are the same (Simpson), which does not fall ' +
    'with the number of prompts.',
  source: 'Not named by providers; prompt sets for training are rid of duplicates. Simpson 1949 for the probability.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'different prompts of all its prompts', unit: 'share of prompts' },
  measures: {
    prompts: 'requests with a prompt',
    texts: 'different prompts',
    returning_share: 'share of prompts whose text was sent on two UTC days or more',
    repeat_probability: 'probability that two of its prompts, drawn at random, are the same',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'People hardly ever write the same words twice.' },
    { name: 'benchmark overlap', how: 'A benchmark asks each question once.' },
    { name: 'academic research', how: 'Labelling goes through a collection once.' },
  ],
  rebuttedBy: 'The users, or the collection, that the prompts come from.',
  cannotShow: 'That the prompts were prepared. Variations of one text count as different here; see templates.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: '-count() OVER (PARTITION BY cityHash64(lower(assumeNotNull(prompt))))',
      where: `prompt != ''`,
      reason: `if(strength = -1, 'sent once', concat('sent ', toString(-strength), ' times'))`,
    }),
}
