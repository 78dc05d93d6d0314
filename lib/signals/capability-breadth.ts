/** A planned sweep: how many kinds of prompts (topic and language) an account covers, however many it sent. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { logChoose } from './statistics/proportions'
import { languages, languagesVersion } from './texts/text-languages'
import { marksOfRow } from './texts/text-marks'
import { topics, topicsVersion } from './texts/text-topics'
import { type TopicCells, topicCells } from './texts/topic-cells'
import type { Workspace } from './workspace'

const [sample, smallSample] = [1000, 100]

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  if (workspace.facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  return { computable: true, accounts: (await topicCells(workspace)).map(measure) }
}

function measure({ account, cells }: TopicCells): Measured {
  const counts = cells.filter(([topic, language]) => topic > 0 && language > 0).map(([, , n]) => n)
  const labelled = counts.reduce((sum, n) => sum + n, 0)
  const measures = {
    labelled,
    cells: counts.length,
    cells_at_100: labelled >= smallSample ? rarefied(counts, smallSample) : null,
    topics: new Set(cells.flatMap(([topic]) => (topic > 0 ? [topic] : []))).size,
    languages: new Set(cells.flatMap(([, language]) => (language > 0 ? [language] : []))).size,
  }
  if (labelled >= sample) return { account, value: rarefied(counts, sample), why: null, measures }
  const why = `Too few data: ${labelled} prompts with a topic and a language, at least ${sample} are needed.`
  return { account, value: null, why, measures }
}

/** Kinds expected among `size` drawn without putting back (Hurlbert 1971). */
function rarefied(counts: number[], size: number): number {
  const all = counts.reduce((sum, n) => sum + n, 0)
  const whole = logChoose(all, size)
  return counts.reduce((sum, n) => sum + 1 - (all - n < size ? 0 : Math.exp(logChoose(all - n, size) - whole)), 0)
}

const nameOf = (list: { id: string }[], column: string) => `[${list.map(({ id }) => `'${id}'`).join(', ')}][${column}]`

export const capabilityBreadth: SignalDefinition = {
  id: 'capability-breadth',
  reads: ['marks'],
  version: `1.${topicsVersion}.${languagesVersion}`,
  title: 'Capability breadth',
  question: 'Does this account go through many topics in many languages, as a planned sweep would?',
  definition:
    `Kinds of prompts (one of ${topics.length} topics in one of ${languages.length} languages) expected among ${sample.toLocaleString('en')} of its prompts drawn without ` +
    'putting back (rarefaction), for accounts with so many that have both. Topics are those of capability focus, mostly known by English words; ' +
    `the language is the one with the most of its commonest function words (lib/signals/texts/text-languages.ts, version ${languagesVersion}). Capability focus points the ` +
    'other way: the two are shown beside each other and never added.',
  source: 'Google GTIG, 12 February 2026 (100,000 prompts over tasks and languages); Hurlbert 1971 for rarefaction.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'kinds of prompts in 1,000', unit: 'topics × languages' },
  measures: {
    labelled: 'prompts with a topic and a language',
    cells: 'kinds of prompts that it covers',
    cells_at_100: 'kinds of prompts expected among 100, for accounts with too few for the value',
    topics: 'topics that it covers',
    languages: 'languages that it covers',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'Many people behind one account ask about everything in every language.' },
    { name: 'evaluation harness', how: 'General test sets are broad on purpose.' },
    { name: 'academic research', how: 'Studies of language go through many of them.' },
  ],
  rebuttedBy: 'The users behind the account, or the test set and its owner.',
  cannotShow:
    'That a plan lies behind it. Topics in languages other than English are mostly not recognised and do not count.',
  techniques: ['AML.T0024.002'],
  errorRate: 'not established; recall and precision of the topics on public prompt sets are in decision 034',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      given: marksOfRow(),
      strength: '-count() OVER (PARTITION BY topic, language)',
      where: `prompt_ != '' AND topic > 0 AND language > 0`,
      reason: `concat(${nameOf(topics, 'topic')}, ' in ', ${nameOf(languages, 'language')}, ', ', toString(-strength), ' prompts')`,
    }),
}
