import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { PlainPage } from '@/components/layout/plain-page'
import { firstAdministratorAction } from '@/lib/people/open-actions'
import { firstAdministratorWanted } from '@/lib/people/queries'

export const metadata: Metadata = { title: 'First administrator' }

type Props = { searchParams: Promise<{ token?: string }> }

export default async function FirstAdministratorPage({ searchParams }: Props) {
  if (!(await firstAdministratorWanted())) redirect('/sign-in')
  const { token } = await searchParams
  return (
    <PlainPage
      title="First administrator"
      lead="Nobody can sign in yet. Whoever started Touchstone has a token in the terminal; with it, make the first administrator."
    >
      <Form action={firstAdministratorAction} submit="Make the administrator">
        <TextField name="token" label="Token" mono defaultValue={token} autoComplete="off" />
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 12 characters; three or four unrelated words do well."
        />
      </Form>
    </PlainPage>
  )
}
