import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { EntryList, ListEntry } from '@/components/ui/entry-list'
import { LinkButton } from '@/components/ui/link-button'
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
        <EntryList>
          {plans.map((shown) => (
            <ListEntry
              key={shown.id}
              href={`/cases/${number}/plans/${shown.id}`}
              title={`${shown.name}, version ${shown.version}`}
              mark={<Hash value={shown.sha256} />}
            >
              {shown.plan.suspect} against {shown.plan.candidates.map(({ lineage }) => lineage).join(', ')} ·{' '}
              <Time at={shown.registeredAt} /> · {shown.registeredBy.name}
            </ListEntry>
          ))}
        </EntryList>
      )}
    </Section>
  )
}
