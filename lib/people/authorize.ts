/** What next-auth calls with the credentials of a sign-in form. */

import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { requestAddress, requestClient } from '@/lib/platform/session'
import { credentials } from './schema'
import { signIn } from './sign-in'

/** The ids for the token. Refusals are thrown with their sentence, which next-auth hands to the form. */
export async function authorize(input: Record<string, string> | undefined): Promise<{ id: string; sessionId: string }> {
  const parsed = credentials.safeParse(input)
  if (!parsed.success) throw new Error('Enter your e-mail address and your password.')
  try {
    const { personId, sessionId } = await signIn({
      ...parsed.data,
      address: await requestAddress(),
      client: await requestClient(),
    })
    return { id: personId, sessionId }
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.publicMessage)
    log.error({ err: error }, 'sign-in failed')
    throw new Error('Signing in failed on our side. Try again; if it happens again, tell your administrator the time.')
  }
}
