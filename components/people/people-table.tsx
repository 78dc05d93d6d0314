import { Badge } from '@/components/ui/badge'
import { StateMark } from '@/components/ui/state-mark'
import { whyNot } from '@/lib/people/policy'
import type { PersonRow } from '@/lib/people/queries'
import { type RoleName, roleNames } from '@/lib/people/schema'
import { PersonMenu } from './person-menu'

type Props = { actor: { id: string; role: RoleName }; rows: PersonRow[] }

/** Everybody who can or could sign in. */
export function PeopleTable({ actor, rows }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
          <span className="min-w-56 flex-1 max-sm:basis-full">
            {person.name}{' '}
            {person.demo && (
              <span className="ml-1">
                <Badge>Demonstration</Badge>
              </span>
            )}
            <span className="block text-sm text-ink-3">{person.email}</span>
          </span>
          <span className="flex-1 sm:w-44 sm:flex-none">{roleNames[person.role]}</span>
          <span className="w-24 sm:w-36">
            <PersonState person={person} />
          </span>
          {whyNot(actor, 'invite') === null && <PersonMenu actor={actor} person={person} />}
        </li>
      ))}
    </ul>
  )
}

function PersonState({ person }: { person: PersonRow }) {
  if (!person.active) return <StateMark tone="neutral">Deactivated</StateMark>
  if (person.locked) return <StateMark tone="warn">Locked out</StateMark>
  return person.accepted ? <StateMark tone="ok">Active</StateMark> : <StateMark tone="info">Invited</StateMark>
}
