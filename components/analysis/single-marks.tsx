import { Section } from '@/components/layout/section'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount, formatCount } from '@/lib/platform/format-number'

/** Names by which the suspect calls itself as a candidate does; nothing when there is none. Each is for a person to read. */
export function SingleMarks({ result }: { result: ComparisonResult }) {
  const leaks = (result.identity ?? []).filter(({ suspect }) => suspect.count > 0)
  if (leaks.length === 0) return null
  return (
    <Section
      title="Names"
      lead="Answers in which the suspect calls itself as a candidate does. Read each: it may be quoted or played."
    >
      {leaks.map(({ candidate, suspect, controls, hits }) => (
        <div key={candidate} className="space-y-2">
          <p className="figures">
            {candidate}: {formatCount(suspect.count)} of {formatAmount(suspect.total, 'answer')} of the suspect,{' '}
            {formatCount(controls.count)} of {formatAmount(controls.total, 'answer')} of the controls.
          </p>
          <ul className="max-w-[75ch] list-disc space-y-1 pl-5 text-sm text-ink-2">
            {hits.map(({ promptId, excerpt }) => (
              <li key={promptId}>
                <span className="font-mono">{promptId}</span> … {excerpt} …
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
