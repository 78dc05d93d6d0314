import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { DescriptionList } from '@/components/ui/description-list'
import { Dialog } from '@/components/ui/dialog'
import { changePasswordAction, signOutEverywhereAction } from '@/lib/people/actions'
import { type RoleName, roleNames } from '@/lib/people/schema'
import type { Offer } from '@/lib/platform/offer'

type Props = { name: string; email: string; role: RoleName; whyNotPassword: Offer }

/** Who one is here, and the ways to change one's password and to end every session. */
export function OwnAccess({ name, email, role, whyNotPassword }: Props) {
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
        <div className="flex flex-wrap items-start gap-2">
          <ChangePassword whyNot={whyNotPassword} />
          <Form action={signOutEverywhereAction} submit="Sign out everywhere" tone="secondary" />
        </div>
      </div>
    </Section>
  )
}

const ChangePassword = ({ whyNot }: { whyNot: Offer }) => (
  <Dialog
    trigger="Change password"
    title="Change your password"
    description="Your sessions in other browsers end; this one goes on."
    whyNot={whyNot}
  >
    <Form action={changePasswordAction} submit="Change the password" done="Your password is changed">
      <TextField name="present" label="Present password" type="password" autoComplete="current-password" />
      <TextField
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters; three or four unrelated words do well."
      />
    </Form>
  </Dialog>
)
