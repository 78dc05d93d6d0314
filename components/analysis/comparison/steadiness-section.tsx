import { Fold } from '@/components/layout/fold'
import { Section } from '@/components/layout/section'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import {
  groupSentence,
  type SteadyRow,
  steadinessRows,
  variantSentence,
} from '@/lib/analysis/comparison/steadiness-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount, formatCount } from '@/lib/platform/format-number'

const columns: Column<SteadyRow>[] = [
  { key: 'what', label: 'Comparison', lead: true, width: 'w-full', cell: ({ what }) => what },
  {
    key: 'prompts',
    label: 'Prompts',
    align: 'end',
    cell: ({ prompts }) => (prompts === null ? '–' : formatCount(prompts)),
  },
  {
    key: 'first',
    label: 'First',
    hint: 'The candidate that comes first in this comparison.',
    listWide: true,
    cell: ({ first }) => first,
  },
  {
    key: 'weight',
    label: 'log10 LR',
    hint: 'log10 of the likelihood ratio, with its 95% interval: 0 says nothing either way, 1 is ten to one.',
    align: 'end',
    listWide: true,
    cell: ({ weight }) => weight,
  },
  {
    key: 'likeness',
    label: 'Widths',
    hint: 'Mean over the weighing methods of how many widths (1.4826 MAD) of unrelated pairs the score lies above their median.',
    align: 'end',
    listWide: true,
    cell: ({ likeness }) => likeness,
  },
  { key: 'verdict', label: 'Verdict', cell: ({ verdict }) => verdict },
]

/** Whether the result hangs on one kind of prompt, on length or on layout. */
export function SteadinessSection({ result }: { result: ComparisonResult }) {
  const rows = steadinessRows(result)
  if (!rows) return null
  return (
    <Section
      id="steadiness"
      title="How steady it is"
      lead="The same comparison without each group of prompts, and over altered answers. Each row is about the candidate that comes first overall."
    >
      <p className="max-w-[70ch]">{groupSentence(result)}</p>
      <Rows label="Without a group of prompts" rows={rows.groups} />
      <p className="max-w-[70ch]">{variantSentence(result)}</p>
      <Rows label="Over altered answers" rows={rows.variants} />
      <p className="max-w-[70ch] text-sm text-ink-2">
        “Widths” is the mean over the weighing methods of how many widths (1.4826 MAD) of unrelated pairs the score lies
        above their median. Intervals are 95%, from 100 resamples of the prompts. Error rate of these rows: not
        established; they say whether the result moves, not how often such a result is wrong.
      </p>
    </Section>
  )
}

function Rows({ label, rows }: { label: string; rows: SteadyRow[] }) {
  return (
    <Fold label={`${label}: ${formatAmount(rows.length, 'row')}`}>
      <DataTable label={label} columns={columns} rows={rows} rowKey={({ what }) => what} empty={null} />
    </Fold>
  )
}
