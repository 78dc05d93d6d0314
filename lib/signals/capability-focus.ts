/** A narrow harvest: how far an account's prompts are of one topic. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { marksOfRow } from './texts/text-marks'
import { topics, topicsVersion } from './texts/text-topics'
import { samePairs, type TopicCells, topicCells } from './texts/topic-cells'
import type { Workspace } from './workspace'

/** Fewer prompts with a topic than this show no concentration. */
const fewestTopical = 30

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  if (workspace.facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  const rows = (await topicCells(workspace)).map((row) => ({ ...row, counts: countsOf(row) }))
  const all = topics.map((_, topic) => rows.reduce((sum, { counts }) => sum + (counts[topic] ?? 0), 0))
  return { computable: true, accounts: rows.map((row) => measure(row, all)) }
}

/** Prompts of each topic; those without one are left out. */
function countsOf({ cells }: TopicCells): number[] {
  const counts = topics.map(() => 0)
  for (const [topic, , n] of cells) if (topic > 0) counts[topic - 1] = (counts[topic - 1] ?? 0) + n
  return counts
}

function measure({ account, prompts, counts }: TopicCells & { counts: number[] }, all: number[]): Measured {
  const topical = counts.reduce((sum, n) => sum + n, 0)
  const top = counts.indexOf(Math.max(...counts))
  const measures = {
    topical,
    labelled_share: topical / prompts,
    top_share: topical > 0 ? (counts[top] ?? 0) / topical : null,
    top_topic: topical > 0 ? top + 1 : null,
    kl_to_others: topical > 0 ? divergence(counts, all) : null,
  }
  if (topical >= fewestTopical) return { account, value: samePairs(counts), why: null, measures }
  const why = `Too few data: ${topical} prompts with a topic, at least ${fewestTopical} are needed.`
  return { account, value: null, why, measures }
}

/** Kullback–Leibler divergence in bits of an account's topics from those of the others, each with one added to every topic. */
function divergence(counts: number[], all: number[]): number {
  const sum = (values: number[]) => values.reduce((total, n) => total + n + 1, 0)
  const others = all.map((n, topic) => n - (counts[topic] ?? 0))
  const [own, rest] = [sum(counts), sum(others)]
  return counts.reduce((bits, n, topic) => {
    const share = (n + 1) / own
    return bits + share * Math.log2(share / (((others[topic] ?? 0) + 1) / rest))
  }, 0)
}

const topicList = topics.map(({ id }, index) => `${index + 1} ${id}`).join(', ')

export const capabilityFocus: SignalDefinition = {
  id: 'capability-focus',
  reads: ['marks'],
  version: `1.${topicsVersion}`,
  title: 'Capability focus',
  question: 'Are this account’s prompts all of one topic, as in a harvest of one capability?',
  definition:
    `Probability that two of its prompts with a topic are of the same one (Simpson; the HHI of topics without the bias of small ` +
    `numbers), for accounts with ${fewestTopical} such prompts or more. The topic is the heaviest of sixteen in a small dictionary of weighted English words ` +
    `(lib/signals/texts/text-topics.ts, version ${topicsVersion}) over the first 1,500 and last 500 bytes: crude, and it knows little but English. ` +
    'Capability breadth points the other way: the two are shown beside each other and never added.',
  source: 'Anthropic, 23 February 2026 (campaigns after single capabilities); Simpson 1949; Kullback and Leibler 1951.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'probability of the same topic', unit: 'probability' },
  measures: {
    topical: 'prompts with a topic',
    labelled_share: 'share of prompts that have a topic',
    top_share: 'share of its commonest topic among prompts with one',
    top_topic: `its commonest topic: ${topicList}`,
    kl_to_others:
      'divergence of its topics from those of all other accounts, in bits, with one prompt added to each topic',
  },
  flag: 'Robust z of 3.5 or more. Most applications have one topic, so that this says little alone.',
  innocentExplanations: [
    { name: 'reseller', how: 'An application does one thing; so do its prompts.' },
    { name: 'benchmark overlap', how: 'A benchmark asks about one capability.' },
    { name: 'academic research', how: 'A study works on one subject.' },
  ],
  rebuttedBy: 'The application, benchmark or subject that the prompts belong to.',
  cannotShow:
    'Which capability is meant, beyond sixteen rough topics. Words mislead: a story about a doctor may count as medicine.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established; recall and precision of the topics on public prompt sets are in decision 034',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      given: marksOfRow(),
      strength: 'count() OVER (PARTITION BY topic)',
      where: "prompt_ != '' AND topic > 0",
      reason: `concat('topic ', [${topics.map(({ id }) => `'${id}'`).join(', ')}][topic], ', as ', toString(strength), ' prompts')`,
    }),
}
