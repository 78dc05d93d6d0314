import { Section } from '@/components/layout/section'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { PlanShown } from '@/lib/planning/queries'

type Props = {
  number: string
  current: string
  gaps: string[]
  versions: PlanShown[]
  runs: { id: string; createdAt: Date }[]
}

/** What a plan lacked when it was frozen, its other versions, and the comparisons that name it. */
export function PlanUse({ number, current, gaps, versions, runs }: Props) {
  return (
    <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2">
      <Section title="Known gaps" mark={gaps.length}>
        {gaps.length === 0 && <StateMark tone="ok">None when it was registered</StateMark>}
        <ul className="list-disc space-y-2 pl-4 text-ink-2">
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </Section>
      <Section title="Versions and comparisons">
        <ul className="divide-y divide-line border-y border-line">
          {versions.map(({ id, version, registeredAt }) => (
            <li key={id} className="py-2">
              {id === current ? (
                <span className="font-medium">Version {version}, this one</span>
              ) : (
                <TextLink href={`/cases/${number}/plans/${id}`}>Version {version}</TextLink>
              )}{' '}
              <span className="text-sm text-ink-3">
                <Time at={registeredAt} />
              </span>
            </li>
          ))}
          {runs.map(({ id, createdAt }) => (
            <li key={id} className="py-2">
              <TextLink href={`/cases/${number}/comparisons/${id}`}>Comparison that names it</TextLink>{' '}
              <span className="text-sm text-ink-3">
                <Time at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
