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
} from '@/lib/analysis/shared-weights-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'

const wordingColumns: Column<WordingRow>[] = [
  { key: 'name', label: 'Candidate', lead: true, width: 'w-full', cell: ({ name }) => name },
  { key: 'widths', label: 'Widths', align: 'end', cell: ({ widths }) => widths },
  { key: 'taught', label: 'Taught', align: 'end', listWide: true, cell: ({ taught }) => taught },
  { key: 'derived', label: 'Derivatives', align: 'end', listWide: true, cell: ({ derived }) => derived },
  { key: 'siblings', label: 'Siblings', align: 'end', listWide: true, cell: ({ siblings }) => siblings },
  { key: 'says', label: 'What it says', listWide: true, cell: ({ says }) => says },
]

const grammarColumns: Column<GrammarRow>[] = [
  { key: 'name', label: 'Model', lead: true, width: 'w-full', cell: ({ name }) => name },
  { key: 'role', label: 'Role', cell: ({ role }) => role },
  { key: 'lambda', label: 'λ', align: 'end', listWide: true, cell: ({ lambda }) => lambda },
  { key: 'favoured', label: 'Favoured', align: 'end', listWide: true, cell: ({ favoured }) => favoured },
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
        <DataTable
          label="Whole wording by candidate"
          columns={wordingColumns}
          rows={wording}
          rowKey={({ name }) => name}
          empty={null}
        />
      )}
      {wording.length > 0 && <Meaning text={wordingMeaning} />}
      {grammar.length > 0 && (
        <DataTable
          label="Grammar by model"
          columns={grammarColumns}
          rows={grammar}
          rowKey={({ key }) => key}
          empty={null}
        />
      )}
      {grammar.length > 0 && <Meaning text={grammarMeaning} />}
    </Section>
  )
}

function Meaning({ text }: { text: string }) {
  return <p className="max-w-[75ch] text-sm text-ink-2">{text}</p>
}
