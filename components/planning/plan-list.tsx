import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { PlanShown } from '@/lib/planning/queries'
import type { Offer } from '@/lib/platform/offer'

type Props = { plans: PlanShown[]; number: string; whyNot: Offer }

/** Every version of every plan of the case, newest first. */
export function PlanList({ plans, number, whyNot }: Props) {
  const plan = (
    <LinkButton tone="primary" href={`/cases/${number}/plans/new`} whyNot={whyNot}>
      Plan a comparison
    </LinkButton>
  )
  return (
    <Section
      title="Plans"
      mark={plans.length}
      lead="What will be compared, fixed before the data: a result can then show that nothing was picked afterwards."
      actions={plans.length > 0 && plan}
    >
      {plans.length === 0 ? (
        <EmptyState title="No plan yet" action={plan}>
          Say which models and prompts will be compared and how, see what is still missing, and register it with its
          hash.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {plans.map((shown) => (
            <li key={shown.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
              <span className="min-w-0">
                <TextLink href={`/cases/${number}/plans/${shown.id}`}>
                  {shown.name}, version {shown.version}
                </TextLink>
                <span className="block text-sm text-ink-3">
                  {shown.plan.suspect} against {shown.plan.candidates.map(({ lineage }) => lineage).join(', ')} ·{' '}
                  <Time at={shown.registeredAt} /> · {shown.registeredBy.name}
                </span>
              </span>
              <Hash value={shown.sha256} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
