import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PlainPage } from '@/components/layout/plain-page'
import { SignInForm } from '@/components/people/sign-in-form'
import { firstAdministratorWanted } from '@/lib/people/queries'
import { currentActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ email?: string; chosen?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  if (await firstAdministratorWanted()) redirect('/first-administrator')
  if (await currentActor()) redirect('/cases')
  const { email, chosen } = await searchParams
  return (
    <PlainPage title="Sign in" lead={chosen ? 'Your password is set. Sign in with it.' : undefined}>
      <SignInForm email={email} />
    </PlainPage>
  )
}
