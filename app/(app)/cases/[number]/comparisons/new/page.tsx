import { ComparisonForm } from '@/components/analysis/comparison/comparison-form'
import { OutputsNotices } from '@/components/analysis/comparison/outputs-notices'
import { PlannedComparison } from '@/components/analysis/comparison/planned-comparison'
import { WhyControls } from '@/components/analysis/comparison/why-controls'
import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { newComparisonPage } from '@/lib/analysis/comparison/comparison-page'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ plan?: string }> }

export default async function NewComparisonPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { plan } = await searchParams
  const { models, unreadable, sealing, whyNot, ...choices } = await newComparisonPage(actor, number, plan)
  const { planned } = choices
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/findings`}>Findings</TextLink> / Compare models
      </p>
      <Section
        title="Compare models"
        lead="How much more alike are suspect and candidate than models that are not related? Choose the suspect, the candidates that may have taught it, and controls."
      >
        <WhyControls />
        {planned && <PlannedComparison planned={planned} />}
        <OutputsNotices unreadable={unreadable} sealing={sealing} />
        {models.length === 0 && sealing === 0 ? (
          <EmptyState
            title="No sealed model outputs in this case"
            action={<LinkButton href={`/cases/${number}/evidence`}>Add evidence</LinkButton>}
          >
            Add the answers of the suspect, the candidates and the controls to the same prompts, as model outputs.
          </EmptyState>
        ) : (
          <ComparisonForm {...{ number, models, whyNot }} {...choices} />
        )}
      </Section>
    </>
  )
}
