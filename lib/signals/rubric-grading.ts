/** Reward-model data: the share of requests that set a rubric or a choice and are answered with a verdict. */

import { markedRows, markedShares, shareFlag, shareMeasures } from './marked-share'
import type { SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { bears } from './texts/text-marks'
import type { Workspace } from './workspace'

type Row = { account: string; prompts: number; hits: number; asked: number; chosen: number; tokens: number | null }

const asked = `(${bears('rubric')} OR ${bears('choice')})`
const graded = bears('verdict')

async function compute({ engine, requests, facts, settings }: Workspace): Promise<SignalOutcome> {
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  if (facts.filled.response === 0) return { computable: false, why: 'The log has no responses.' }
  const rows = await engine.rows<Row>(
    `SELECT account, count() AS prompts, countIf(${graded}) AS hits, countIf(${asked}) AS asked,
       countIf(${graded} AND ${bears('choice')}) AS chosen,
       if(countIf(${graded} AND output_tokens >= 0) = 0, NULL,
         quantileExactLowIf(0.5)(output_tokens, ${graded} AND output_tokens >= 0)) AS tokens
     FROM ${requests} WHERE has_prompt AND has_response GROUP BY account ${settings}`,
  )
  const more = ({ asked, chosen, tokens, prompts }: Row) => ({
    asked_share: asked / prompts,
    choice_share: chosen / prompts,
    verdict_tokens: tokens,
  })
  return { computable: true, accounts: markedShares(rows, more) }
}

export const rubricGrading: SignalDefinition = {
  id: 'rubric-grading',
  reads: ['marks'],
  version: '1',
  title: 'Rubric grading',
  question: 'Does this account have the model grade or choose between answers, as data for a reward model is made?',
  definition:
    'Answered prompts that set a rubric or a choice and whose response reads as a verdict ÷ answered prompts, for accounts with 10 ' +
    'or more. A rubric or a choice is set when weighted English phrases (lib/signals/texts/prompt-marks.ts) add up to 5 in the first 1,500 and ' +
    'last 500 bytes. A verdict is a lone number or letter, a score or choice in JSON or after a colon, [[A]], or “Response B is ' +
    'better”, at the beginning or end of the response. With the 95 % Wilson interval, the lift over all other accounts, and a ' +
    'one-sided binomial p-value against their rate.',
  source:
    'Anthropic, 23 February 2026 (“rubric-based grading”); Zheng et al. 2023 for the forms of a verdict; Wilson 1927.',
  needs: ['account_id', 'prompt', 'response'],
  peerGroup: peerGroupRule,
  value: { name: 'share of graded requests', unit: 'share of answered prompts' },
  measures: {
    ...shareMeasures('requests with a prompt and a response', 'requests that ask for a verdict and get one'),
    asked_share: 'share of prompts that set a rubric or a choice, whatever the answer',
    choice_share: 'share of prompts that set a choice between answers and got a verdict',
    verdict_tokens: 'median output tokens of the verdicts',
  },
  flag: shareFlag,
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Model-graded tests ask for exactly this, after each release or each night.' },
    { name: 'academic research', how: 'Studies compare models, or use one as a judge of texts.' },
    { name: 'reseller', how: 'A product marks essays, answers to customers or search results for its users.' },
  ],
  rebuttedBy: 'The test set and its owner, the study, or the product whose texts are graded.',
  cannotShow:
    'What the verdicts are for. Rubrics in other languages, and verdicts reached after long reasoning without a closing line, are not seen.',
  techniques: ['AML.T0024.002'],
  errorRate:
    'not established; of 19,581 public prompts that ordinary people and test sets ask, fewer than 1 % set a rubric or a choice (see decision 034)',
  compute,
  rowsBehind: (request) =>
    markedRows(
      request,
      graded,
      `concat(if(${bears('choice')}, 'sets a choice', 'sets a rubric'), ' and gets a verdict')`,
    ),
}
