'use server'

/** Server actions of the pages that file a case, change it and say who may see it. */

import { defineAction } from '@/lib/platform/action'
import * as accounts from './accounts'
import * as commands from './commands'
import * as members from './members'
import * as schema from './schema'
import * as subjects from './subjects'

export const fileCaseAction = defineAction(schema.fileCase, commands.fileCase, {
  redirectTo: ({ number }) => `/cases/${number}`,
})
export const changeFactsAction = defineAction(schema.changeFacts, commands.changeFacts, {
  redirectTo: ({ number }) => `/cases/${number}`,
})
export const restrictCaseAction = defineAction(schema.restrictCase, members.restrictCase)
export const unrestrictCaseAction = defineAction(schema.restrictCase, members.unrestrictCase)
export const addMemberAction = defineAction(schema.addMember, members.addMember)
export const removeMemberAction = defineAction(schema.addMember, members.removeMember)
export const changeOwnerAction = defineAction(schema.changeOwner, members.changeOwner)
export const joinCaseAction = defineAction(schema.joinCase, members.joinCase, {
  redirectTo: ({ number }) => `/cases/${number}`,
})
export const addSubjectAction = defineAction(schema.addSubject, subjects.addSubject, {
  redirectTo: ({ number, subjectId }) => `/cases/${number}/subjects/${subjectId}`,
})
export const changeSubjectAction = defineAction(schema.changeSubject, subjects.changeSubject)
export const removeSubjectAction = defineAction(schema.oneSubject, subjects.removeSubject)
export const previewAccountsAction = defineAction(schema.previewAccounts, accounts.previewAccounts)
export const addAccountsAction = defineAction(schema.addAccounts, accounts.addAccounts)
export const removeAccountsAction = defineAction(schema.removeAccounts, accounts.removeAccounts)
