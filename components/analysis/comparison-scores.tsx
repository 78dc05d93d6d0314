import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { HintText } from '@/components/ui/hint-text'
import { scoreParts } from '@/lib/analysis/comparison-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'

type Row = { place: string; name: string; role: string; scores: Scored['methods'] }

/** Candidates in their order and controls by name, with the score and interval of each method. */
export function ComparisonScores({ result }: { result: ComparisonResult }) {
  const rows: Row[] = [
    ...result.candidates.map((one, i) => row(one, `${i + 1}`, 'Candidate')),
    ...result.controls.map((one) => row(one, '·', 'Control')),
  ]
  const columns: Column<Row>[] = [
    { key: 'place', label: 'Rank', cell: ({ place }) => place },
    { key: 'name', label: 'Model', lead: true, width: 'w-full', cell: ({ name }) => name },
    { key: 'role', label: 'Role', cell: ({ role }) => role },
    ...result.definitions.map(({ id, title }) => ({
      ...{ key: id, label: title, align: 'end' as const, listWide: true, wrapHead: true },
      cell: ({ scores }: Row) => <ScoreCell {...scores[id]} />,
    })),
  ]
  return (
    <DataTable
      label="Scores"
      columns={columns}
      rows={rows}
      rowKey={({ role, name }) => `${role} ${name}`}
      empty={null}
    />
  )
}

type Scored = ComparisonResult['candidates'][number] | ComparisonResult['controls'][number]

function row({ name, methods }: Scored, place: string, role: string): Row {
  return { place, name, role, scores: methods }
}

type Figures = Parameters<typeof scoreParts>[0]

/** The score, and under it its interval, an end a line where the methods stand side by side. */
function ScoreCell(figures: Figures) {
  const { score, interval } = scoreParts(figures)
  const [low, high] = interval?.split(' to ') ?? []
  return (
    <>
      {score}
      {low && (
        <span className="text-sm text-ink-3 @2xl:block">
          {' '}
          {low} <span className="@2xl:block">to {high}</span>
        </span>
      )}
    </>
  )
}

/** What each method measures, its formula and source, and what it cannot show. */
export function MethodDefinitions({ definitions }: Pick<ComparisonResult, 'definitions'>) {
  return (
    <div className="border-b border-line">
      {definitions.map((method) => (
        <details key={method.id} className="border-t border-line py-3">
          <summary className="cursor-pointer">
            <span className="font-semibold">{method.title}</span>{' '}
            <span className="text-ink-3">version {method.version}</span>
            <span className="block max-w-[70ch] text-ink-2">{method.sentence}</span>
          </summary>
          <dl className="mt-3 max-w-[80ch] space-y-2 [&_dt]:text-sm [&_dt]:text-ink-3">
            <Definition term="Formula" text={method.formula} />
            <Definition term="Source" text={method.source} />
            <Definition term="Read against" text={method.population} />
            <Definition term="Error rate" text={method.errorRate} />
            <Definition term="Innocent explanations" text={method.innocentExplanations.join(' ')} />
            <Definition term="What it cannot show" text={method.cannotShow.join(' ')} />
          </dl>
        </details>
      ))}
    </div>
  )
}

function Definition({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** A quiet note on what the figures are. */
export function ScoreNote() {
  return (
    <p className="text-sm text-ink-2">
      A score says how much more alike two models are than models that are{' '}
      <HintText hint="D(s,t) = S(s,t) − mean S(s,control) − mean S(control,t) + mean S over control pairs.">
        not related
      </HintText>
      ; 0 is ordinary. In brackets the 95% bootstrap interval over prompts. A control is scored with itself left out.
    </p>
  )
}
