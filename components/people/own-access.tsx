import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
import { DescriptionList } from '@/components/ui/description-list'
import { signOutEverywhereAction } from '@/lib/people/actions'
import { type RoleName, roleNames } from '@/lib/people/schema'

/** Who one is here, and the way to end every session. */
export function OwnAccess({ name, email, role }: { name: string; email: string; role: RoleName }) {
  return (
    <Section title="You">
      <div className="max-w-xl space-y-4">
        <DescriptionList
          items={[
            { term: 'Name', value: name },
            { term: 'E-mail', value: email },
            { term: 'Role', value: roleNames[role] },
          ]}
        />
        <Form action={signOutEverywhereAction} submit="Sign out everywhere" tone="secondary" />
      </div>
    </Section>
  )
}
