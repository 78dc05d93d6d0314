import { Hash } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { PlanFollowed as Followed } from '@/lib/comparison/plan-followed'

/** Whether a comparison was run as its registered plan says, and if not, where it differs. */
export function PlanFollowed({ followed, number }: { followed: Followed; number: string }) {
  const { planId, name, version, sha256, registeredAt, asRegistered, differences, notes } = followed
  const title = asRegistered ? 'Run as registered' : 'Not run as registered'
  return (
    <Notice tone={asRegistered ? 'ok' : 'warn'} title={title}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <TextLink href={`/cases/${number}/plans/${planId}`}>
          {name}, version {version}
        </TextLink>
        {registeredAt !== null && (
          <span>
            registered <Time at={new Date(registeredAt)} />
          </span>
        )}
        <Hash value={sha256} />
      </p>
      <Sentences all={differences} />
      <Sentences all={notes} quiet />
    </Notice>
  )
}

function Sentences({ all, quiet }: { all: string[]; quiet?: boolean }) {
  if (all.length === 0) return null
  return (
    <ul className={`mt-2 list-disc space-y-1 pl-4 ${quiet ? 'text-sm' : 'text-ink'}`}>
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
