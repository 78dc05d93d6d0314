/** What a person may enter about people: e-mail, name, role, password. */

import { z } from 'zod'
import { plainLine } from '@/lib/platform/plain-line'

export const roles = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR'] as const
export type RoleName = (typeof roles)[number]

export const roleNames: Record<RoleName, string> = {
  ANALYST: 'Analyst',
  LEAD: 'Trust-and-safety lead',
  LEGAL: 'Legal reviewer',
  MANAGER: 'Manager',
  ADMIN: 'Administrator',
  AUDITOR: 'Auditor',
}

const email = z.string().trim().toLowerCase().pipe(z.email('Enter an e-mail address, like name@example.org.').max(254))
const name = plainLine.pipe(
  z.string().min(1, 'Enter the person’s name.').max(120, 'Use at most 120 characters for the name.'),
)
const password = z
  .string()
  .min(12, 'Use at least 12 characters; three or four unrelated words do well.')
  .max(200, 'Use at most 200 characters.')

export const credentials = z.object({ email, password: z.string().min(1).max(200) })
export const invitePerson = z.object({ email, name, role: z.enum(roles) })
export const choosePassword = z.object({ token: z.string().min(1), password })
export const changePassword = z.object({
  present: z.string().min(1, 'Enter your present password.').max(200),
  password,
})
export const firstAdministrator = z.object({ token: z.string().min(1), email, name, password })
export const changeRole = z.object({ personId: z.uuid(), role: z.enum(roles) })
export const onePerson = z.object({ personId: z.uuid() })
export const nothing = z.object({})
