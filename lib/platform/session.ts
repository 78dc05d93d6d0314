/** The one reader of who is signed in: role, active flag and session are read again for each request. */

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import { cache } from 'react'
import type { PersonActor } from './actor'
import { now } from './clock'
import { db, touch } from './db'
import { env } from './env'

/** A session that nobody used for this long is over. */
const idleHours = 12

const secure = env.baseUrl.startsWith('https:')

/** What next-auth needs to read the cookie; the sign-in provider is added in the route. */
export const sessionOptions: Omit<NextAuthOptions, 'providers'> = {
  secret: env.authSecret,
  session: { strategy: 'jwt', maxAge: idleHours * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: {
      name: secure ? '__Host-touchstone' : 'touchstone',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user ? { personId: user.id, sessionId: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      personId: token.personId,
      sessionId: token.sessionId,
    }),
  },
}

/** The address that the request came from, as our own front reports it. */
export async function requestAddress(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() || null
}

/** What the request says it was made with (its `user-agent`), cut after 300 letters. */
export async function requestClient(): Promise<string | null> {
  return (await headers()).get('user-agent')?.slice(0, 300) ?? null
}

/** The signed-in person of this request, or null. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const session = await getServerSession({ ...sessionOptions, providers: [] })
  const { personId, sessionId } = session ?? {}
  if (!personId || !sessionId) return null
  const row = await db.session.findUnique({ where: { id: sessionId }, include: { person: true } })
  const oldest = new Date(now().getTime() - idleHours * 3_600_000)
  if (!row || row.personId !== personId || row.endedAt || row.lastSeenAt < oldest) return null
  const { person } = row
  if (!person.active || (person.demo && env.listensBeyondLoopback)) return null
  await noteSeen(row.id, row.lastSeenAt)
  const { id, name, email, role } = person
  return { kind: 'person', id, name, email, role, sessionId, address: await requestAddress() }
})

/** The signed-in person; whoever is not signed in is sent to sign in. */
export async function requireActor(): Promise<PersonActor> {
  return (await currentActor()) ?? redirect('/sign-in' as never)
}

async function noteSeen(id: string, lastSeenAt: Date): Promise<void> {
  const at = now()
  if (at.getTime() - lastSeenAt.getTime() < 60_000) return
  await touch(({ session }) => session.update({ where: { id }, data: { lastSeenAt: at } }))
}
