import { Section } from '@/components/layout/section'
import { markRows } from '@/lib/analysis/comparison/mark-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount, formatCount } from '@/lib/platform/format-number'

/** What looks for single marks: planted markers, shared mistakes, and names; also those that showed nothing. */
export function SingleMarks({ result }: { result: ComparisonResult }) {
  return (
    <Section
      id="marks"
      title="Single marks"
      lead="Planted markers, shared mistakes and names. They never enter the weight; each hit is for a person to read."
    >
      <dl className="max-w-[80ch] divide-y divide-line border-y border-line">
        {markRows(result).map(({ method, title, lines, definition }) => (
          <div key={method} className="space-y-1 py-3">
            <dt className="font-medium">{title}</dt>
            {lines.map((line) => (
              <dd key={line} className="figures">
                {line}
              </dd>
            ))}
            <dd className="text-sm text-ink-2">{definition}</dd>
          </div>
        ))}
      </dl>
      <NameHits result={result} />
    </Section>
  )
}

function NameHits({ result }: { result: ComparisonResult }) {
  const leaks = (result.identity ?? []).filter(({ suspect }) => suspect.count > 0)
  return leaks.map(({ candidate, suspect, hits }) => (
    <details key={candidate}>
      <summary className="cursor-pointer">
        {formatCount(suspect.count)} of {formatAmount(suspect.total, 'answer')} with a name of {candidate}
      </summary>
      <ul className="mt-2 max-w-[75ch] list-disc space-y-1 pl-5 text-sm text-ink-2">
        {hits.map(({ promptId, excerpt }) => (
          <li key={promptId}>
            <span className="font-mono">{promptId}</span> … {excerpt} …
          </li>
        ))}
      </ul>
    </details>
  ))
}
