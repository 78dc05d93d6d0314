/** The states of a case and the moves between them, as data. */

import type { CaseState } from '@/prisma/generated/enums'

export const caseStates = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'APPROVED',
  'DISMISSED',
  'ACTIONED',
  'CLOSED',
] as const satisfies readonly CaseState[]

export const stateNames: Record<CaseState, string> = {
  DRAFT: 'Draft',
  SUBMITTED: 'Submitted',
  IN_REVIEW: 'In review',
  CHANGES_REQUESTED: 'Changes requested',
  APPROVED: 'Approved',
  DISMISSED: 'Dismissed',
  ACTIONED: 'Actioned',
  CLOSED: 'Closed',
}

export type Move =
  | 'submit'
  | 'withdraw'
  | 'take-review'
  | 'release'
  | 'request-changes'
  | 'resubmit'
  | 'approve'
  | 'dismiss'
  | 'reopen-dismissed'
  | 'revoke'
  | 'act'
  | 'close'
  | 'reopen-closed'

/** Where each move starts and ends. A second review is taken without leaving IN_REVIEW. */
export const moves: Record<Move, { from: readonly CaseState[]; to: CaseState }> = {
  submit: { from: ['DRAFT'], to: 'SUBMITTED' },
  withdraw: { from: ['SUBMITTED'], to: 'DRAFT' },
  'take-review': { from: ['SUBMITTED', 'IN_REVIEW'], to: 'IN_REVIEW' },
  release: { from: ['IN_REVIEW'], to: 'SUBMITTED' },
  'request-changes': { from: ['IN_REVIEW'], to: 'CHANGES_REQUESTED' },
  resubmit: { from: ['CHANGES_REQUESTED'], to: 'IN_REVIEW' },
  approve: { from: ['IN_REVIEW'], to: 'APPROVED' },
  dismiss: { from: ['IN_REVIEW'], to: 'DISMISSED' },
  'reopen-dismissed': { from: ['DISMISSED'], to: 'IN_REVIEW' },
  revoke: { from: ['APPROVED'], to: 'IN_REVIEW' },
  act: { from: ['APPROVED'], to: 'ACTIONED' },
  close: { from: ['ACTIONED'], to: 'CLOSED' },
  'reopen-closed': { from: ['CLOSED'], to: 'IN_REVIEW' },
}

/** Open is every state but dismissed and closed. */
export const isOpen = (state: CaseState): boolean => state !== 'DISMISSED' && state !== 'CLOSED'

/** The owner changes material things only in these states. */
export const isEditable = (state: CaseState): boolean => state === 'DRAFT' || state === 'CHANGES_REQUESTED'

/** How many approvals by different people a severity asks for. */
export const approvalsNeeded = (severity: string): number => (severity === 'HIGH' ? 2 : 1)
