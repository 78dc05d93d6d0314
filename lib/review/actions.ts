'use server'

/** Server actions of the way of a case: submission, review, decision and outcome. */

import { defineAction } from '@/lib/platform/action'
import * as decisions from './decisions'
import * as outcome from './outcome'
import * as schema from './schema'
import * as submission from './submission'

export const submitCaseAction = defineAction(schema.oneCase, submission.submitCase)
export const withdrawCaseAction = defineAction(schema.caseWithReason, submission.withdrawCase)
export const resubmitCaseAction = defineAction(schema.oneCase, submission.resubmitCase)
export const takeReviewAction = defineAction(schema.oneCase, decisions.takeReview)
export const releaseReviewAction = defineAction(schema.oneCase, decisions.releaseReview)
export const requestChangesAction = defineAction(schema.decideWithReason, decisions.requestChanges)
export const approveCaseAction = defineAction(schema.approve, decisions.approveCase)
export const dismissCaseAction = defineAction(schema.dismiss, decisions.dismissCase)
export const revokeApprovalAction = defineAction(schema.caseWithReason, decisions.revokeApproval)
export const actOnCaseAction = defineAction(schema.act, outcome.actOnCase)
export const closeCaseAction = defineAction(schema.close, outcome.closeCase)
export const reopenCaseAction = defineAction(schema.caseWithReason, outcome.reopenCase)
export const writeNoteAction = defineAction(schema.note, outcome.writeNote)
