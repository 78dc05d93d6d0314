import { Fold } from '@/components/layout/fold'
import { Section } from '@/components/layout/section'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import {
  type GrammarRow,
  grammarMeaning,
  grammarRows,
  type WordingRow,
  wordingMeaning,
  wordingRows,
} from '@/lib/analysis/comparison/shared-weights-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount } from '@/lib/platform/format-number'

const wordingColumns: Column<WordingRow>[] = [
  { key: 'name', label: 'Candidate', lead: true, width: 'w-full', cell: ({ name }) => name },
  {
    ...{ key: 'widths', label: 'Widths', align: 'end', cell: ({ widths }) => widths },
    hint: 'How far the whole wording (phrase affinity) stands above the median of unrelated pairs, in units of 1.4826 × the median absolute deviation.',
  },
  {
    ...{ key: 'taught', label: 'Taught', align: 'end', listWide: true, cell: ({ taught }) => taught },
    hint: 'Of the calibration’s pairs of a teacher and its documented student, how many stand as high.',
  },
  {
    ...{ key: 'derived', label: 'Derivatives', align: 'end', listWide: true, cell: ({ derived }) => derived },
    hint: 'Of the calibration’s pairs of a model and one trained from its weights, how many stand as high.',
  },
  {
    ...{ key: 'siblings', label: 'Siblings', align: 'end', listWide: true, cell: ({ siblings }) => siblings },
    hint: 'Of the calibration’s pairs of two models by one maker, how many stand as high.',
  },
  { key: 'says', label: 'What it says', width: 'min-w-60', listWide: true, cell: ({ says }) => says },
]

const grammarColumns: Column<GrammarRow>[] = [
  { key: 'name', label: 'Model', lead: true, width: 'w-full', cell: ({ name }) => name },
  { key: 'role', label: 'Role', cell: ({ role }) => role },
  {
    ...{ key: 'lambda', label: 'λ', align: 'end', listWide: true, cell: ({ lambda }) => lambda },
    hint: 'LambdaG (Nini et al. 2024), log10 units a word or mark, with its 95% bootstrap interval over prompts: above 0, this model’s grammar foretells the suspect’s sentences better than mixtures of the controls do.',
  },
  {
    ...{ key: 'favoured', label: 'Favoured', align: 'end', listWide: true, cell: ({ favoured }) => favoured },
    hint: 'How many of the mixtures of controls’ sentences this model’s grammar beats.',
  },
]

/** Whether the likeness looks like training on output or like shared weights, by whole wording and by grammar; beside the weight. */
export function SharedWeightsSection({ result }: { result: ComparisonResult }) {
  const wording = wordingRows(result)
  const grammar = grammarRows(result)
  if (wording.length + grammar.length === 0) return null
  return (
    <Section
      id="shared-weights"
      title="Taught, or of shared weights"
      lead="A model that was trained from a candidate’s weights is alike in its whole wording; one that was taught by its answers mostly in its manner."
    >
      {wording.length > 0 && (
        <div className="@container max-w-5xl">
          <DataTable
            label="Whole wording by candidate"
            columns={wordingColumns}
            rows={wording}
            rowKey={({ name }) => name}
            empty={null}
          />
        </div>
      )}
      {wording.length > 0 && <Meaning text={wordingMeaning} />}
      {grammar.length > 0 && (
        <Fold label={`Grammar of ${formatAmount(grammar.length, 'model')}`}>
          <div className="@container max-w-5xl">
            <DataTable
              label="Grammar by model"
              columns={grammarColumns}
              rows={grammar}
              rowKey={({ key }) => key}
              empty={null}
            />
          </div>
          <Meaning text={grammarMeaning} />
        </Fold>
      )}
    </Section>
  )
}

function Meaning({ text }: { text: string }) {
  return <p className="max-w-[75ch] text-sm text-ink-2">{text}</p>
}
