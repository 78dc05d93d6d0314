import { notFound } from 'next/navigation'
import { StartForm } from '@/components/collection/start-form'
import { Section } from '@/components/layout/section'
import { PlanFacts } from '@/components/planning/plan-facts'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { newCollectionPage } from '@/lib/collection/collection-pages'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ plan?: string }> }

export default async function NewCollectionPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const { plan: id } = await searchParams
  if (!id) notFound()
  const { shown, endpoints, whyNot } = await newCollectionPage(actor, { number, plan: id })
  const { suspect, candidates, controls } = shown.plan
  const models = [suspect, ...candidates.flatMap(({ models: all }) => all), ...controls]
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/plans`}>Plans</TextLink> /{' '}
        <TextLink href={`/cases/${number}/plans/${id}`}>{shown.name}</TextLink> / Collect answers
      </p>
      <Section
        title="Collect answers"
        lead="The registered prompts are put to one model, each until it has one answer."
      >
        <Notice tone="neutral" title="What leaves this installation">
          The prompts of the plan and its system prompt go to the host of the endpoint that you choose, with its key.
          Nothing else does, and nothing before you start.
        </Notice>
        {endpoints.length === 0 && whyNot === null ? (
          <EmptyState title="No endpoint is registered">
            A lead or an administrator registers endpoints in the settings; an administrator allows their hosts.
          </EmptyState>
        ) : (
          <StartForm number={number} planId={id} endpoints={endpoints} models={models} whyNot={whyNot} />
        )}
      </Section>
      <Section title={`The plan: ${shown.name}, version ${shown.version}`}>
        <PlanFacts shown={shown} />
      </Section>
    </>
  )
}
