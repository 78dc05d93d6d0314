/** How a result stands, as sections of its report: sensitivity, other explanations, points against, what would change it, limits. */

import { groupSentence, steadinessRows, variantSentence } from '@/lib/analysis/comparison/steadiness-words'
import { standingCaveats } from '@/lib/comparison/caveats/standing-caveats'
import type { ReportFacts } from './comparison-report'
import type { ReportSection } from './report-section'

const without = 'This result is of an earlier version and was not tested for it: compare again.'

/** Length, groups of prompts left out, formatting removed; about the candidate that comes first. */
export function sensitivitySection({ result }: ReportFacts): ReportSection {
  const rows = steadinessRows(result)
  const lines = rows ? [groupSentence(result), variantSentence(result)] : [without]
  return {
    id: 'sensitivity',
    title: 'Sensitivity: length, groups of prompts left out, formatting removed',
    lines,
    ...(rows && {
      table: {
        columns: ['Comparison', 'Prompts', 'First', 'log10 LR', 'Verdict'],
        rows: [...rows.groups, ...rows.variants.slice(1)].map(({ what, prompts, first, weight, verdict }) => [
          what,
          prompts === null ? '–' : String(prompts),
          first,
          weight,
          verdict,
        ]),
      },
    }),
  }
}

/** Confounders that were considered, each with its answer. */
export function alternativesSection({ result: { detail } }: ReportFacts): ReportSection {
  return {
    id: 'alternatives',
    title: 'Other explanations considered',
    lines: detail ? [] : [without],
    ...(detail && {
      table: {
        columns: ['Question', 'Answer', 'Because'],
        rows: detail.alternatives.map(({ question, answer, because }) => [question, answer, because]),
      },
    }),
  }
}

/** What speaks against the candidate, from the result itself. */
export function againstSection({ result, candidate }: ReportFacts): ReportSection {
  const { candidates, controls, passages, resampling } = result
  const first = candidates[0]?.name === candidate.name
  const standing = first
    ? standingCaveats({
        candidates,
        controls,
        passages,
        firstInResamples: resampling.firstInResamples,
        samples: resampling.samples,
      })
    : [`${candidates[0]?.name} comes before ${candidate.name}.`]
  const open = (result.detail?.alternatives ?? []).filter(({ answer }) => answer === 'not excluded')
  const lines = [
    ...standing,
    ...(candidate.verdict === 'supports' ? [] : [`The verdict about ${candidate.name} is ${candidate.verdict}.`]),
    ...open.map(({ question }) => `Not excluded: ${question}`),
  ]
  return {
    id: 'against',
    title: 'Points against',
    lines: lines.length > 0 ? lines : ['None was found by these methods.'],
  }
}

/** What evidence would move the conclusion. */
export function changeSection({ result, candidate }: ReportFacts): ReportSection {
  const wanted = (result.detail?.alternatives ?? []).flatMap(({ get }) => (get ? [`Get ${get}.`] : []))
  const lines = [
    `An older version of ${result.suspect}, from before it could have seen output of ${candidate.name}: if it is as like, the conclusion falls.`,
    ...wanted,
    ...(candidate.snapshots < 2
      ? [`Further snapshots of ${candidate.name}: the number of snapshots mattered more than the choice of score.`]
      : []),
    ...(result.controls.length < 8 ? ['More controls, eight or more, of other families.'] : []),
  ]
  return { id: 'change', title: 'What would change the conclusion', lines: [...new Set(lines)] }
}

/** What no likeness of answers shows. */
export function limitsSection(): ReportSection {
  return {
    id: 'limits',
    title: 'What this does not establish',
    lines: [
      'That training on the output took place.',
      'Anybody’s intent or knowledge.',
      'How much output was used, or when.',
      'A breach of terms.',
      'Which of two models learned from the other, or whether they share weights, a maker or third-party data.',
    ],
  }
}
