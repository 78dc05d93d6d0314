/** A prompt set run in order: how many of an account's prompts stand in an imported set, and whether it goes through it from front to back. */

import type { PromptSetInput } from './references/analysed-reference'
import { setRowsOf } from './references/prompt-set-rows'
import { findSetPrompts } from './references/prompt-set-tables'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { kendallTau } from './statistics/kendall-tau'
import { peerGroupRule } from './statistics/peer-groups'
import { fewestPrompts } from './templates'
import type { Workspace } from './workspace'

type Row = {
  account: string
  prompts: number
  set: number
  matched: number
  whole: number
  overlap: number
  positions: number[]
  times: number[]
}

/** Order is not spoken of below this many positions. */
const fewestPositions = 10

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, facts, promptSets, shares, requests } = workspace
  if (promptSets.length === 0) {
    const why = 'No reference prompt set was given: import one, and every prompt of the log is held against it.'
    return { computable: false, why }
  }
  if (facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const found = await findSetPrompts(workspace, promptSets)
  const accounts: Measured[] = []
  for (const { within, params } of shares) {
    const rows = await engine.rows<Row>(`${walks(requests, found, within)} ${workspace.settings}`, params)
    for (const row of rows) accounts.push(measure(row, promptSets))
  }
  return { computable: true, accounts }
}

/**
 * For each account its prompts and the set that it has most prompts of, with the positions in the order in which they were first
 * asked. A request that matches several positions of a set counts for the whole prompt, else for the first.
 */
function walks(requests: string, found: string, within: string): string {
  return `WITH matches AS (SELECT account, set, dataset, row_id, max(whole) AS is_whole, min(time) AS at, argMin(position, (NOT whole, position)) AS place
        FROM ${found} WHERE ${within} GROUP BY account, set, dataset, row_id),
      sets AS (SELECT account, argMax(set, (n, -toInt32(set))) AS best, max(n) AS matched, argMax(n_whole, (n, -toInt32(set))) AS whole
        FROM (SELECT account, set, count() AS n, countIf(is_whole) AS n_whole FROM matches GROUP BY account, set) GROUP BY account),
      firsts AS (SELECT account, set, arraySort(groupArray((first, place))) AS walk
        FROM (SELECT account, set, place, min(at) AS first FROM matches WHERE at >= 0 GROUP BY account, set, place) GROUP BY account, set),
      overlaps AS (SELECT account, uniqExact((dataset, row_id)) AS overlap FROM matches GROUP BY account)
    SELECT p.account AS account, p.prompts AS prompts, s.best AS set, s.matched AS matched, s.whole AS whole, o.overlap AS overlap,
      arrayMap(w -> w.2, f.walk) AS positions, arrayMap(w -> w.1, f.walk) AS times
    FROM (SELECT account, countIf(has_prompt) AS prompts FROM ${requests} WHERE ${within} GROUP BY account HAVING prompts > 0) AS p
    LEFT JOIN sets AS s ON p.account = s.account
    LEFT JOIN overlaps AS o ON p.account = o.account
    LEFT JOIN firsts AS f ON p.account = f.account AND s.best = f.set`
}

function measure(row: Row, sets: readonly PromptSetInput[]): Measured {
  const { account, prompts, matched, whole, overlap, set, positions, times } = row
  const walk = matched > 0 && positions.length >= fewestPositions ? kendallTau(times, positions) : null
  const measures = {
    ...{ prompts, matched, whole_share: whole / prompts, overlap_share: overlap / prompts },
    set: matched > 0 ? set + 1 : null,
    covered: matched > 0 ? positions.length / (sets[set]?.entries ?? 1) : 0,
    tau: walk?.tau ?? null,
    tau_p: walk?.p ?? null,
  }
  if (prompts >= fewestPrompts) return { account, value: matched / prompts, why: null, measures }
  const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
  return { account, value: null, why, measures }
}

export const corpusWalk: SignalDefinition = {
  id: 'corpus-walk',
  version: '1',
  title: 'Corpus walk',
  question: 'Does this account run through a known set of prompts, one after the other?',
  definition:
    'Prompts that stand in a reference prompt set ÷ its prompts, for accounts with 10 or more; of several sets the one with most. A ' +
    'prompt stands in a set when it is one of its prompts, letter case, blanks and punctuation between sentences aside, or contains the longest sentence ' +
    '(40 bytes or more) that only one prompt of the set has. Beside it: Kendall’s tau-b of the time at which each position was first asked with the ' +
    `position, from ${fewestPositions} positions on (1: from front to back). Of a set kept as hashes alone only whole prompts are seen; prompts of fewer than 20 characters are in no set.`,
  source:
    'Public collectors walk a question list; benchmark overlap as an innocent cause: joint advisory AA26-251A. Kendall 1938, Knight 1966.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'of its prompts in a reference set', unit: 'share of prompts' },
  measures: {
    prompts: 'requests with a prompt',
    matched: 'prompts that stand in the set it has most of',
    whole_share: 'share of its prompts that are a prompt of that set and nothing else',
    overlap_share: 'share of its prompts that stand in any of the sets',
    set: 'which set it is: its number among the prompt sets of this analysis, from 1',
    covered: 'share of the set that it asked at a known time',
    tau: 'tau-b of time with position, −1 to 1',
    tau_p: 'probability of such a tau or a greater one if the order were by chance',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    {
      name: 'benchmark overlap',
      how: 'Public benchmarks are run against every model by everybody who compares models.',
    },
    {
      name: 'evaluation harness',
      how: 'A test suite of one’s own goes through the same questions at each release, in order.',
    },
    { name: 'academic research', how: 'A study puts a published list of questions to a model, once.' },
  ],
  rebuttedBy: 'Published scores of that benchmark, or a test plan that names the set and keeps only the scores.',
  cannotShow: 'What became of the answers. A set that was not imported, a translation or a paraphrase is not seen.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established',
  compute,
  rowsBehind: setRowsOf,
}
