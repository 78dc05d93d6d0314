import { CollectionList } from '@/components/collection/collection-list'
import { Section } from '@/components/layout/section'
import { PlanFacts } from '@/components/planning/plan-facts'
import { PlanUse } from '@/components/planning/plan-use'
import { CodeBlock } from '@/components/ui/code'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { planPage } from '@/lib/planning/plan-pages'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; plan: string }> }

export default async function PlanPage({ params }: Props) {
  const actor = await requireActor()
  const { number, plan: id } = await params
  const { shown, versions, collections, runs, whyNotPlan, whyNotCollect } = await planPage(actor, { number, id })
  const { name, version, plan, body } = shown
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/plans`}>Plans</TextLink> / {name}
      </p>
      <Section
        title={`${name}, version ${version}`}
        actions={
          <>
            <LinkButton tone="primary" href={`/cases/${number}/comparisons/new?plan=${id}`} whyNot={whyNotPlan}>
              Compare as planned
            </LinkButton>
            <LinkButton href={`/cases/${number}/plans/new?from=${id}`} whyNot={whyNotPlan}>
              Make a new version
            </LinkButton>
          </>
        }
      >
        <PlanFacts shown={shown} />
      </Section>
      <PlanUse number={number} current={id} gaps={plan.gaps} versions={versions} runs={runs} />
      <CollectionList collections={collections} number={number} planId={plan.prompts && id} whyNot={whyNotCollect} />
      <Section
        title="As it was frozen"
        lead="The canonical JSON (RFC 8785) that the SHA-256 above is over. “touchstone compare --plan” checks a comparison against it."
        actions={
          <LinkButton download href={`/api/plans/${id}`}>
            Download the plan
          </LinkButton>
        }
      >
        <CodeBlock>{body}</CodeBlock>
      </Section>
    </>
  )
}
