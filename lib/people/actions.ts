'use server'

/** Server actions of people and access, for whoever is signed in. */

import { defineAction } from '@/lib/platform/action'
import { changePassword } from './change-password'
import * as commands from './commands'
import { invitePerson, reissueLink } from './invitations'
import { putAwayNotices } from './notices'
import * as schema from './schema'
import { signOut, signOutEverywhere } from './sign-in'

export const invitePersonAction = defineAction(schema.invitePerson, invitePerson)
export const reissueLinkAction = defineAction(schema.onePerson, reissueLink)
export const changeRoleAction = defineAction(schema.changeRole, commands.changeRole)
export const deactivatePersonAction = defineAction(schema.onePerson, commands.deactivatePerson)
export const reactivatePersonAction = defineAction(schema.onePerson, commands.reactivatePerson)
export const unlockPersonAction = defineAction(schema.onePerson, commands.unlockPerson)
export const signOutAction = defineAction(schema.nothing, signOut, { redirectTo: () => '/sign-in' })
export const signOutEverywhereAction = defineAction(schema.nothing, signOutEverywhere, { redirectTo: () => '/sign-in' })
export const changePasswordAction = defineAction(schema.changePassword, changePassword)
export const putAwayNoticesAction = defineAction(schema.nothing, putAwayNotices)
