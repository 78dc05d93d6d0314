import { SearchBox } from '@/components/analysis/explorer/search-box'
import type { Column } from '@/components/table/column'
import { DataTable } from '@/components/table/data-table'
import { KeysetPages } from '@/components/table/keyset-pages'
import { addressWith, firstValueOf, type SearchParams } from '@/components/table/search-params'
import { HintText } from '@/components/ui/hint-text'
import { scoreParts } from '@/lib/analysis/comparison/comparison-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount } from '@/lib/platform/format-number'

type Row = { place: string; name: string; role: string; scores: Scored['methods'] }

type Props = { result: ComparisonResult; path: string; params: SearchParams }

const perPage = 25

/** Candidates in their order and controls by name, with the score and interval of each method; of many models those that are sought, by pages. */
export function ComparisonScores({ result, path, params }: Props) {
  const rows: Row[] = [
    ...result.candidates.map((one, i) => row(one, `${i + 1}`, 'Candidate')),
    ...result.controls.map((one) => row(one, '·', 'Control')),
  ]
  const sought = firstValueOf(params, 'model') ?? ''
  const found = rows.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(firstValueOf(params, 'scored') ?? '', 10) || 1))
  const turn = (to: number) => `${addressWith(path, params, { scored: String(to) })}#scores`
  return (
    <>
      {rows.length > perPage && (
        <SearchBox name="model" label="Find a model" value={sought} keep={{ with: firstValueOf(params, 'with') }} />
      )}
      <DataTable
        label="Scores"
        columns={columnsOf(result)}
        rows={found.slice((page - 1) * perPage, page * perPage)}
        rowKey={({ role, name }) => `${role} ${name}`}
        empty={<p className="text-ink-2">No model of this comparison is called “{sought}”.</p>}
      />
      {pages > 1 && (
        <>
          <p className="figures text-sm text-ink-2">
            Page {page} of {formatAmount(pages, 'page')}, {formatAmount(found.length, 'model')}.
          </p>
          <KeysetPages
            previousHref={page > 1 ? turn(page - 1) : null}
            nextHref={page < pages ? turn(page + 1) : null}
          />
        </>
      )}
    </>
  )
}

function columnsOf({ definitions }: ComparisonResult): Column<Row>[] {
  return [
    { key: 'place', label: 'Rank', cell: ({ place }) => place },
    { key: 'name', label: 'Model', lead: true, width: 'w-full', cell: ({ name }) => name },
    { key: 'role', label: 'Role', cell: ({ role }) => role },
    ...definitions.map(({ id, title, sentence }) => ({
      ...{ key: id, label: title, hint: sentence, align: 'end' as const, listWide: true, wrapHead: true },
      cell: ({ scores }: Row) => <ScoreCell {...scores[id]} />,
    })),
  ]
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
