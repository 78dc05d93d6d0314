import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { Menu } from '@/components/ui/menu'
import {
  changeRoleAction,
  deactivatePersonAction,
  reactivatePersonAction,
  unlockPersonAction,
} from '@/lib/people/actions'
import { whyNot } from '@/lib/people/policy'
import type { PersonRow } from '@/lib/people/queries'
import { type RoleName, roleNames, roles } from '@/lib/people/schema'
import { IssueLink } from './issue-link'

/** What an administrator can do with a person. */
export function PersonMenu({ actor, person }: { actor: { id: string; role: RoleName }; person: PersonRow }) {
  const fields = { personId: person.id }
  const access = person.active
    ? { label: 'End access', tone: 'danger' as const, action: deactivatePersonAction }
    : { label: 'Give access again', action: reactivatePersonAction }
  return (
    <Menu
      label={`More for ${person.name}`}
      items={[
        {
          label: 'Change the role…',
          whyNot: whyNot(actor, 'change-role', person),
          dialog: { title: `Role of ${person.name}`, children: <RoleForm person={person} /> },
        },
        {
          label: person.accepted ? 'Issue a password reset…' : 'Issue the invitation again…',
          whyNot: whyNot(actor, 'reset', person),
          dialog: {
            title: `New link for ${person.name}`,
            children: <IssueLink personId={person.id} accepted={person.accepted} />,
          },
        },
        ...(person.locked
          ? [{ label: 'Unlock', whyNot: whyNot(actor, 'unlock', person), action: unlockPersonAction, fields }]
          : []),
        { ...access, whyNot: whyNot(actor, 'deactivate', person), fields },
      ]}
    />
  )
}

function RoleForm({ person }: { person: PersonRow }) {
  return (
    <Form action={changeRoleAction} submit="Change the role" hidden={{ personId: person.id }}>
      <Select
        name="role"
        label="Role"
        defaultValue={person.role}
        hint="Ends the person’s sessions."
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
      />
    </Form>
  )
}
