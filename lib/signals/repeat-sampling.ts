/** Many answers to one question: prompts that an account sends again and again at a temperature above zero. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { fewestPrompts } from './templates'
import { fewestSamples, type RepeatedPrompts, repeatedPrompts } from './texts/repeated-prompts'
import type { Workspace } from './workspace'

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  if (workspace.facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const rows = (await repeatedPrompts(workspace)).filter(({ warm }) => warm > 0)
  if (rows.length === 0) return { computable: false, why: 'No request of the log states a temperature above 0.' }
  return { computable: true, accounts: rows.map(measure) }
}

function measure({ account, warm: prompts, ...counts }: RepeatedPrompts): Measured {
  const repeated = counts.warm_repeated
  const measures = { prompts, sampled_texts: counts.warm_texts, most_samples: counts.warm_largest }
  if (prompts >= fewestPrompts) return { account, value: repeated / prompts, why: null, measures }
  const why = `Too few data: ${prompts} prompts at a temperature above 0, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const repeatSampling: SignalDefinition = {
  id: 'repeat-sampling',
  version: '1',
  title: 'Repeat sampling',
  question: 'Does this account draw many answers to one prompt?',
  definition:
    `Prompts at a stated temperature above 0 whose text the account sent ${fewestSamples} times or more at such a temperature ÷ all its prompts at ` +
    'such a temperature, for accounts with 10 or more. Texts are the same when their sentences are, letter case aside; system ' +
    'prompts are not compared.',
  source: 'Not named by providers; the first step of best-of-n and rejection sampling (evidence of general knowledge).',
  needs: ['account_id', 'prompt', 'temperature'],
  peerGroup: peerGroupRule,
  value: { name: 'share of prompts sent 4 times or more', unit: 'share of prompts' },
  measures: {
    prompts: 'prompts at a stated temperature above 0',
    sampled_texts: `texts sent ${fewestSamples} times or more`,
    most_samples: 'how often the most repeated text was sent',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Tests repeat each question to measure how much answers vary.' },
    { name: 'reseller', how: 'Users press “again”, and health checks send one prompt for ever.' },
    { name: 'academic research', how: 'Self-consistency and uncertainty are measured by repeating.' },
  ],
  rebuttedBy: 'The test plan, or the health check, that repeats the prompt.',
  cannotShow:
    'What was done with the answers. Several answers of one request (n) are one line of the log and not seen.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established',
  corroboratesOnly: true,
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: 'count() OVER (PARTITION BY cityHash64(lower(assumeNotNull(prompt))))',
      where: `prompt != '' AND temperature > 0`,
      reason: `concat('its prompt was sent ', toString(strength), ' times')`,
    }),
}
