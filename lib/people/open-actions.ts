'use server'

/** The few server actions that nobody need be signed in for: the first administrator and a followed invitation. */

import { defineOpenAction } from '@/lib/platform/action'
import { createFirstAdministrator } from './commands'
import { acceptInvitation } from './invitations'
import * as schema from './schema'

export const acceptInvitationAction = defineOpenAction(schema.choosePassword, acceptInvitation, {
  redirectTo: ({ email }) => `/sign-in?chosen=1&email=${encodeURIComponent(email)}`,
})
export const firstAdministratorAction = defineOpenAction(schema.firstAdministrator, createFirstAdministrator, {
  redirectTo: () => '/sign-in',
})
