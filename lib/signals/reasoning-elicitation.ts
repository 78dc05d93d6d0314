/** Harvest of chains of thought: the share of prompts that ask the model to lay its reasoning open. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { binomialTail, wilsonInterval } from './statistics/proportions'
import { fewestPrompts } from './templates'
import { elicitationFamilies, elicitationMask } from './texts/elicitation-families'
import type { Workspace } from './workspace'

type Row = { account: string; prompts: number; hits: number } & Record<`family${number}`, number>

async function compute({ engine, requests, facts, settings }: Workspace): Promise<SignalOutcome> {
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const families = elicitationFamilies.map((_, bit) => `countIf(bitTest(families, ${bit})) AS family${bit}`)
  const rows = await engine.rows<Row>(
    `SELECT account, count() AS prompts, countIf(families > 0) AS hits, ${families.join(', ')}
     FROM ${requests} WHERE has_prompt GROUP BY account ${settings}`,
  )
  const all = rows.reduce((sum, row) => ({ prompts: sum.prompts + row.prompts, hits: sum.hits + row.hits }), {
    prompts: 0,
    hits: 0,
  })
  return { computable: true, accounts: rows.map((row) => measure(row, all)) }
}

function measure(row: Row, all: { prompts: number; hits: number }): Measured {
  const { account, prompts, hits } = row
  const [low, high] = wilsonInterval(hits, prompts)
  const others = all.prompts - prompts
  // One hit is added to the others, so that a rate of zero gives a finite lift.
  const elsewhere = others > 0 ? (all.hits - hits + 1) / (others + 1) : null
  const shares = elicitationFamilies.map(({ id }, bit) => [familyMeasure(id), (row[`family${bit}`] ?? 0) / prompts])
  const measures: Measured['measures'] = {
    prompts,
    interval_low: low,
    interval_high: high,
    lift: elsewhere === null ? null : hits / prompts / elsewhere,
    ...Object.fromEntries(shares),
  }
  const p = elsewhere === null ? null : binomialTail(hits, prompts, Math.min(1, elsewhere))
  if (prompts >= fewestPrompts)
    return { account, value: hits / prompts, why: null, p, measures: { ...measures, p_value: p } }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures: { ...measures, p_value: null } }
}

const familyMeasure = (id: string) => `share_${id.replaceAll('-', '_')}`

export const reasoningElicitation: SignalDefinition = {
  id: 'reasoning-elicitation',
  version: '1',
  title: 'Reasoning elicitation',
  question: 'Does this account ask the model to write out its reasoning, as a harvest of chains of thought would?',
  definition:
    'Prompts that match at least one of four phrase families ÷ prompts, for accounts with 10 prompts or more; with the 95 % ' +
    'Wilson interval, the lift over all other accounts, and a one-sided binomial p-value against their rate. Of 40 prompts ' +
    'that we wrote and labelled ourselves the families find 20 of 20 and hit 0 of 20 others, after one phrase was adjusted on ' +
    'them: precision 1 (95 % interval .84–1) on our own words, and not established on anybody else’s.',
  source:
    'Anthropic, 23 February 2026; Google GTIG, 12 February 2026; joint advisory AA26-251A, indicator 7; Wilson 1927.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'share of eliciting prompts', unit: 'share of prompts' },
  measures: {
    prompts: 'requests with a prompt',
    interval_low: 'lower end of the 95 % Wilson interval of the value',
    interval_high: 'upper end of the 95 % Wilson interval of the value',
    lift: 'value ÷ rate over all other accounts',
    p_value: 'probability of this many hits or more at the rate of the other accounts',
    ...Object.fromEntries(elicitationFamilies.map(({ id, title }) => [familyMeasure(id), `share in family: ${title}`])),
  },
  flag: 'Robust z of 3.5 or more, and false discovery rate (Benjamini–Hochberg) of 5 % or less.',
  innocentExplanations: [
    { name: 'academic research', how: 'Studies of reasoning and interpretability ask for exactly this.' },
    { name: 'evaluation harness', how: 'Some graders ask for the reasoning before the verdict.' },
    { name: 'benchmark overlap', how: 'Explainability and audit logs keep the reasoning behind each answer.' },
  ],
  rebuttedBy: 'A published study, an audit requirement, or a product that shows the reasoning to its users.',
  cannotShow:
    'That the reasoning was used for training. Reworded requests escape the phrases, other languages mostly too.',
  techniques: ['AML.T0024.002', 'AML.T0054'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `bitCount(${elicitationMask('assumeNotNull(prompt)')})`,
      where: 'strength > 0',
      reason: `concat('matches ', toString(strength), ' phrase families')`,
    }),
}
