import { CollectionList } from '@/components/collection/collection-list'
import { PlanList } from '@/components/planning/plan-list'
import { TextLink } from '@/components/ui/text-link'
import { plansPage } from '@/lib/planning/plan-pages'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }> }

export default async function PlansPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { plans, collections, newest, whyNotPlan, whyNotCollect } = await plansPage(actor, number)
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/findings`}>Findings</TextLink> / Plans and collections
      </p>
      <PlanList plans={plans} number={number} whyNot={whyNotPlan} />
      <CollectionList collections={collections} number={number} planId={newest?.id ?? null} whyNot={whyNotCollect} />
    </>
  )
}
