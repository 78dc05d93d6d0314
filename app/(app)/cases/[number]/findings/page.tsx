import { FindingEntry } from '@/components/analysis/finding-entry'
import { RunList } from '@/components/analysis/run-list'
import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { findingsPage } from '@/lib/analysis/findings/findings-page'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }> }

export default async function FindingsPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { findings, runs, claims, whyNotEdit, whyNotAnalyse } = await findingsPage(actor, number)
  return (
    <>
      <Section
        title="Findings"
        mark={findings.length}
        lead="What the analysts put into the case: measured, compared with others, and never a proof by itself."
      >
        {findings.length === 0 && (
          <EmptyState title="No finding yet">
            Open an analysis below, look at what stands out and at its innocent explanations, and add what belongs into
            the case.
          </EmptyState>
        )}
        {findings.map((finding) => (
          <FindingEntry key={finding.id} {...{ finding, number, claims, whyNotEdit }} />
        ))}
      </Section>
      <RunList runs={runs} number={number} whyNot={whyNotAnalyse} />
    </>
  )
}
