import type { Metadata } from 'next'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { PlainPage } from '@/components/layout/plain-page'
import { acceptInvitationAction } from '@/lib/people/open-actions'
import { openInvitation } from '@/lib/people/queries'

export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invitation = await openInvitation(token)
  if (!invitation) {
    return (
      <PlainPage
        title="This link cannot be used"
        lead="It has been used, has expired, or was replaced by a newer one. Ask an administrator for a new one."
      />
    )
  }
  return (
    <PlainPage title={`Welcome, ${invitation.person.name}`} lead={`Choose a password for ${invitation.person.email}.`}>
      <Form action={acceptInvitationAction} submit="Set the password" hidden={{ token }}>
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters; three or four unrelated words do well."
        />
      </Form>
    </PlainPage>
  )
}
