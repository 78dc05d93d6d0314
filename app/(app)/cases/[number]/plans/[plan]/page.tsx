import { CollectionList } from '@/components/collection/collection-list'
import { Section } from '@/components/layout/section'
import { FrozenPlan } from '@/components/planning/frozen-plan'
import { PlanFacts } from '@/components/planning/plan-facts'
import { PlanUse } from '@/components/planning/plan-use'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { planPage } from '@/lib/planning/plan-pages'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; plan: string }> }

export default async function PlanPage({ params }: Props) {
  const actor = await requireActor()
  const { number, plan: id } = await params
  const { shown, versions, collections, runs, whyNotPlan, whyNotCollect } = await planPage(actor, { number, id })
  const { name, version, plan } = shown
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
      <FrozenPlan shown={shown} />
    </>
  )
}
