/** Two invented findings, one of each kind of picture. */

import { createHash } from 'node:crypto'
import type { FindingChart } from '@/lib/analysis/findings/finding-chart'
import type { SummaryFinding } from '@/lib/exports/summary-findings'

/** SHA-256 of a text, in hex. */
export const sha = (text: string) => createHash('sha256').update(text).digest('hex')

export const exampleNumber = 'TS-2026-00042'

/** The number of the exhibit at this place, from 1. */
export const exhibit = (at: number) => `${exampleNumber}-EX-${String(at).padStart(3, '0')}`

const methods: SummaryFinding['methods'] = [
  {
    ...{ id: 'openings', version: '1.0.0', title: 'Openings' },
    definition:
      'Do answers begin alike? (1/12) Σ over k = 1…12 of [same first k masked tokens] · ln(n ÷ cₖ), Jaccard ≥ 0.7.',
    source: 'Own method; see the decision on comparison methods.',
    population: 'The models of this comparison: 4 candidates and 8 controls.',
    errorRate: 'not established',
    innocentExplanations: ['Common ancestry: models of one base begin alike.', 'Public text that many learn from.'],
    cannotShow: ['Training, direction, intent or volume.'],
  },
]

const scores = [0.42, 0.31, 0.205, 0.113, 0.0212, -0.134, -0.181]

const intervals: FindingChart = {
  kind: 'intervals',
  question: 'Is a candidate closer to marlin-9b than models that cannot have taught it?',
  panels: ['Openings', 'Phrase affinity'].map((title, panel) => ({
    ...{ method: panel ? 'phrase-affinity' : 'openings', title },
    rows: ['orion-2', 'lyra-large', 'control-a', 'control-b', 'control-c', 'control-d'].map((label, at) => ({
      ...{ label, role: at < 2 ? 'candidate' : 'control', marked: at === 0, score: scores[at + panel] ?? 0 },
      interval: [(scores[at + panel] ?? 0) - 0.06, (scores[at + panel] ?? 0) + 0.07],
    })),
  })) as Extract<FindingChart, { kind: 'intervals' }>['panels'],
}

const distribution: FindingChart = {
  kind: 'distribution',
  question: 'How does acct_quarry_01 compare with the other accounts of the log?',
  unit: 'requests a day',
  account: 'acct_quarry_01',
  value: 912,
  summary: '1,996 of 2,000 accounts with a value lie below its 912 requests a day.',
  bins: Array.from({ length: 40 }, (_, at) => ({
    from: at * 25,
    to: (at + 1) * 25,
    count: Math.round(900 / (at + 1) ** 1.4),
  })),
}

const report: SummaryFinding['report'] = {
  sections: [
    { id: 'propositions', title: 'Propositions and scope', lines: ['H1: marlin-9b was trained on output of orion-2.'] },
    {
      id: 'items',
      title: 'Items and their hashes',
      lines: [],
      table: { columns: ['Model', 'Role', 'SHA-256'], rows: [['marlin-9b', 'suspect', sha('suspect')]] },
    },
  ],
  checklist: [
    {
      ...{ rule: 'FRE 702(b)', requirement: 'Based on sufficient facts or data', state: 'open' },
      ...{ because: '120 prompts, 200 advised.', where: 'items' },
    },
  ],
}

const finding = (at: number, title: string, chart: FindingChart): SummaryFinding => ({
  ...{
    exhibit: exhibit(at),
    key: 'candidate:orion-2',
    kind: chart.kind === 'intervals' ? 'COMPARISON' : 'SIGNALS',
    title,
  },
  statement: `${title}. Over 120 shared prompts the candidate scores 0.42 (0.36 to 0.49) while the best control scores 0.20. The figure ranks; it does not weigh.`,
  ...{ version: '1.0.0', methods, chart, errorStatement: 'The error rate of this method is not established.' },
  inputs: [
    { role: 'suspect', name: 'marlin-9b.jsonl', sha256: sha('suspect') },
    { role: 'candidate', name: 'orion-2.jsonl', sha256: sha('teacher') },
  ],
  ...{ resultSha256: sha(title), requestText: '{"seed":1}' },
  caveats: ['Not calibrated: this ranks, it does not weigh.', 'Fewer than 200 prompts widen every interval.'],
  report: chart.kind === 'intervals' ? report : null,
})

/** A likeness as exhibit 3 and a volume as exhibit 4. */
export const exampleFindings = [
  finding(3, 'Likeness to orion-2', intervals),
  finding(4, 'Volume of account acct_quarry_01', distribution),
]
