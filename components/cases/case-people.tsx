import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Badge } from '@/components/ui/badge'
import { Dialog } from '@/components/ui/dialog'
import { Menu } from '@/components/ui/menu'
import { Time } from '@/components/ui/time'
import { addMemberAction, changeOwnerAction, removeMemberAction } from '@/lib/cases/actions'
import { type RoleName, roleNames } from '@/lib/people/schema'
import { heldBy, type Offer } from '@/lib/platform/offer'

type Person = { id: string; name: string; role: RoleName }
type Props = {
  number: string
  ownerId: string
  members: { addedAt: Date; person: Person }[]
  everybody: Person[]
  whyNotAdd: Offer
  whyNotAssign: Offer
}

const options = (people: Person[]) =>
  people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleNames[role].toLowerCase()}` }))

/** Members of a case: who they are, letting one in, taking one out, giving the case to another owner. */
export function CasePeople({ number, ownerId, members, everybody, whyNotAdd, whyNotAssign }: Props) {
  const outside = everybody.filter(({ id }) => !members.some(({ person }) => person.id === id))
  const analysts = everybody.filter(({ id, role }) => role === 'ANALYST' && id !== ownerId)
  return (
    <div className="max-w-3xl space-y-5">
      <MemberList number={number} ownerId={ownerId} members={members} whyNotAdd={whyNotAdd} />
      <div className="flex flex-wrap gap-2">
        <Dialog trigger="Add a member" title="Add a member" whyNot={whyNotAdd}>
          <Form action={addMemberAction} submit="Add" hidden={{ number }}>
            <Select name="personId" label="Person" prompt="Choose a person" options={options(outside)} />
            <TextField name="reason" label="Reason" optional />
          </Form>
        </Dialog>
        <Dialog trigger="Reassign" title="Give the case to another analyst" whyNot={whyNotAssign}>
          <Form action={changeOwnerAction} submit="Reassign" hidden={{ number }}>
            <Select name="personId" label="New owner" prompt="Choose an analyst" options={options(analysts)} />
            <TextArea name="reason" label="Reason" rows={3} />
          </Form>
        </Dialog>
      </div>
    </div>
  )
}

function MemberList({
  number,
  ownerId,
  members,
  whyNotAdd,
}: Pick<Props, 'number' | 'ownerId' | 'members' | 'whyNotAdd'>) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {members.map(({ person, addedAt }) => (
        <li key={person.id} className="flex items-center gap-4 py-2.5">
          <span className="min-w-0 flex-1">
            {person.name} {person.id === ownerId && <Badge tone="info">Owner</Badge>}
            <span className="block text-sm text-ink-3">
              {roleNames[person.role]}, since <Time at={addedAt} show="date" />
            </span>
          </span>
          <Menu
            label={`More for ${person.name}`}
            items={[
              {
                label: 'Take out',
                tone: 'danger',
                whyNot: heldBy(person.id === ownerId ? 'The owner stays a member.' : null, whyNotAdd),
                action: removeMemberAction,
                fields: { number, personId: person.id },
              },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
