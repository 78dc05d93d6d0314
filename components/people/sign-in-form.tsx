'use client'

import { signIn } from 'next-auth/react'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import type { ActionResult } from '@/lib/platform/action-result'

async function send(form: FormData): Promise<ActionResult<unknown>> {
  const answer = await signIn('credentials', {
    email: form.get('email'),
    password: form.get('password'),
    redirect: false,
  }).catch(() => undefined)
  if (answer?.ok) return { ok: true, value: { href: '/cases' } }
  const message = answer?.error ?? 'The server did not answer. Check your connection and try again.'
  return { ok: false, code: 'not-signed-in', message }
}

/** E-mail and password; a refusal is said in the server's own sentence. */
export function SignInForm({ email }: { email?: string }) {
  return (
    <Form action={send} submit="Sign in">
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        defaultValue={email}
        autoFocus={!email}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        autoFocus={Boolean(email)}
      />
    </Form>
  )
}
