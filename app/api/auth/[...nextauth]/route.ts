import NextAuth from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { authorize } from '@/lib/people/authorize'
import { sessionOptions } from '@/lib/platform/session'

const handler = NextAuth({
  ...sessionOptions,
  providers: [CredentialsProvider({ credentials: { email: {}, password: {} }, authorize })],
})

export { handler as GET, handler as POST }
