import { Section } from '@/components/layout/section'
import { Time } from '@/components/ui/time'
import type { CaseStep } from '@/lib/review/steps-taken'

/** What was done after the decision: the notice as it went out, the closing note. */
export function StepsTaken({ steps }: { steps: CaseStep[] }) {
  return (
    <Section title="What was done">
      <ol className="space-y-6">
        {steps.map(({ kind, done, text, by, at }) => (
          <li key={at.toISOString()} className="space-y-2">
            <p className="font-semibold">{kind === 'action' ? done : `Closed: ${done.toLowerCase()}`}</p>
            <p className="reading whitespace-pre-line">{text}</p>
            <p className="text-sm text-ink-3">
              {kind === 'action' ? 'Notice by' : 'By'} {by}, <Time at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
