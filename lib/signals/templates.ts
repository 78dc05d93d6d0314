/** Collection by script: the share of an account's prompts that are variations of one text, and who else sends that text. */

import { templateRows } from './explorer/template-rows'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { findTemplates } from './texts/template-clusters'
import type { Workspace } from './workspace'

type Row = {
  account: string
  prompts: number
  top: number
  texts: number
  spread: number
  shared: number
  kinds: number
}

/** An account with fewer prompts than this has no meaningful share. */
export const fewestPrompts = 10

/** A template that this many accounts send counts as shared across accounts. */
export const manyAccounts = 10

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, requests, facts, settings } = workspace
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const { use, templates } = await findTemplates(workspace)
  workspace.templates = { use, templates }
  const rows = await engine.rows<Row>(
    `SELECT p.account AS account, p.prompts AS prompts, t.top AS top, t.texts AS texts, t.spread AS spread,
       t.shared AS shared, t.kinds AS kinds
     FROM (SELECT account, count() AS prompts FROM ${requests} WHERE has_prompt GROUP BY account) AS p
     LEFT ANY JOIN (
       SELECT u.account AS account, max(u.requests) AS top, argMax(u.texts, (u.requests, u.template)) AS texts,
         count() AS kinds, argMax(w.accounts, (u.requests, u.template)) AS spread,
         sumIf(u.requests, w.accounts >= ${manyAccounts}) AS shared
       FROM ${use} AS u INNER JOIN ${templates} AS w ON u.template = w.template GROUP BY account) AS t ON p.account = t.account
     ${settings}`,
  )
  return { computable: true, accounts: rows.map(measure) }
}

function measure({ account, prompts, top, texts, spread, shared, kinds }: Row): Measured {
  const measures = {
    prompts,
    templates: kinds,
    top_template_accounts: top > 0 ? spread : null,
    shared_template_share: shared / prompts,
    slot_diversity: top > 0 ? texts / top : null,
  }
  if (prompts >= fewestPrompts) return { account, value: top / prompts, why: null, measures }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const templates: SignalDefinition = {
  id: 'templates',
  version: '2',
  title: 'Templates',
  question: 'Are this account’s prompts variations of one text, as a script would send?',
  definition:
    'Prompts in the account’s most used template ÷ its prompts, for accounts with 10 prompts or more. Prompts are reduced to ' +
    'lower-case tokens with quotes and code masked and digits left out, then to the set of runs of 5 tokens; a template is the ' +
    'prompts whose 10-value MinHash sketch agrees with the template’s core in 7 positions or more (estimated Jaccard ' +
    'similarity ≥ 0.7), found by locality-sensitive hashing over 4 bands. At least three prompts make a template.',
  source: 'Anthropic, 23 February 2026 (“variations of that prompt”); Broder 1997 for MinHash.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'share of the top template', unit: 'share of prompts' },
  measures: {
    prompts: 'requests with a prompt',
    templates: 'templates that the account uses',
    top_template_accounts: 'accounts of the log that use its most used template',
    shared_template_share: 'share of prompts in templates of 10 accounts or more',
    slot_diversity: 'distinct texts ÷ prompts within the most used template',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Benchmarks wrap every question in one instruction.' },
    { name: 'reseller', how: 'An application wraps each user’s text in its own prompt.' },
    { name: 'benchmark overlap', how: 'Many accounts run the same public tool with the same prompt.' },
  ],
  rebuttedBy: 'The application or public tool whose prompt it is, used by accounts that have nothing else in common.',
  cannotShow: 'Why a script sends the prompt. Most applications are templates; paraphrased prompts escape it.',
  techniques: ['AML.T0040', 'AML.T0024.002'],
  errorRate: 'not established',
  compute,
  rowsBehind: templateRows,
}
