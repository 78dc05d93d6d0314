import { FindingEntry } from '@/components/analysis/finding-entry'
import { RunList } from '@/components/analysis/run-list'
import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { findingsPage } from '@/lib/analysis/findings-page'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }> }

export default async function FindingsPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { findings, runs, claims, whyNotEdit, whyNotAnalyse } = await findingsPage(actor, number)
  const compare = (
    <LinkButton href={`/cases/${number}/comparisons/new`} whyNot={whyNotAnalyse}>
      Compare models
    </LinkButton>
  )
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
      <Section
        title="Analyses"
        mark={runs.length}
        lead="Signals run by themselves when a usage log was read. The same request gives the same result, to the byte."
        actions={compare}
      >
        {runs.length === 0 ? (
          <EmptyState title="Nothing was analysed yet" action={compare}>
            Add a usage log as evidence, or compare the model outputs that were added.
          </EmptyState>
        ) : (
          <RunList runs={runs} number={number} whyNot={whyNotAnalyse} />
        )}
      </Section>
    </>
  )
}
