import { Section } from '@/components/layout/section'
import { PlanForm } from '@/components/planning/plan-form'
import { TextLink } from '@/components/ui/text-link'
import { newPlanPage } from '@/lib/planning/plan-pages'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ from?: string }> }

export default async function NewPlanPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { from } = await searchParams
  const { before, ...form } = await newPlanPage(actor, { number, from })
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/plans`}>Plans</TextLink> /{' '}
        {before ? `After version ${before.version}` : 'New'}
      </p>
      <Section
        title="Plan a comparison"
        lead="Design before data: say what will be compared and how, and see what is missing. Registering freezes it with its hash; a change makes a further version, and the one before stays."
      >
        <PlanForm {...form} number={number} before={before && { name: before.name, plan: before.plan }} />
      </Section>
    </>
  )
}
